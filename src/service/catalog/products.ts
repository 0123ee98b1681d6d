/**
 * What well-known data sets hold and are also called, which their records rarely say. One product a line:
 * a record that contains one of the names before the bar is also found by what stands behind it.
 */
export const PRODUCTS = `
# Reanalyses and analyses of the atmosphere
era5, era-5, era 5 | monsoon, weather forecasting, machine learning training, winds, air temperature, 2m temperature, t2m, tas, precipitation, rainfall, tp, wind speed, u10, v10, sea level pressure, slp, msl, psl, geopotential height, z500, specific humidity, relative humidity, cloud cover, solar radiation, soil moisture, evaporation, surface pressure, ecmwf, reanalysis, hourly, fifth generation, era-5, model levels, pressure levels, jet stream, vertical profiles, outgoing longwave, boundary layer height, convective available potential energy, total column water vapour, vorticity, tropical cyclone, single levels, c3s, hersbach
era5-land | ecmwf, reanalysis, soil moisture, snow depth, runoff, land surface
merra-2, merra2 | air temperature, 2m temperature, t2m, tas, precipitation, rainfall, tp, wind speed, u10, v10, sea level pressure, slp, msl, psl, geopotential height, z500, specific humidity, relative humidity, cloud cover, solar radiation, soil moisture, evaporation, surface pressure, nasa, reanalysis, aerosols
jra-55, jra55, jra-3q | air temperature, 2m temperature, t2m, tas, precipitation, rainfall, tp, wind speed, u10, v10, sea level pressure, slp, msl, psl, geopotential height, z500, specific humidity, relative humidity, cloud cover, solar radiation, soil moisture, evaporation, surface pressure, japanese reanalysis, jma
ncep reanalysis, ncep-ncar | air temperature, 2m temperature, t2m, tas, precipitation, rainfall, tp, wind speed, u10, v10, sea level pressure, slp, msl, psl, geopotential height, z500, specific humidity, relative humidity, cloud cover, solar radiation, soil moisture, evaporation, surface pressure, reanalysis
hrrr | high-resolution rapid refresh, weather forecast, 3 km, noaa, united states, regional weather model
weatherbench | air temperature, 2m temperature, t2m, tas, precipitation, rainfall, tp, wind speed, u10, v10, sea level pressure, slp, msl, psl, geopotential height, z500, specific humidity, relative humidity, cloud cover, solar radiation, soil moisture, evaporation, surface pressure, weather forecast benchmark, machine learning
# Precipitation
chirps | rainfall, precipitation, rain gauge, satellite, infrared, drought, quasi-global, tropics, africa, climate hazards center, ucsb, funk, chirp, 0.05 degree, sahel, famine early warning, fews net
gpcp, global precipitation climatology project | precipitation, rainfall, gpcp, satellite gauge, climate data record, adler, huffman, monthly analysis, daily
imerg, gpm | precipitation, rainfall, satellite, half-hourly, nasa
trmm | precipitation, rainfall, tropical, satellite
persiann, cmorph, mswep, gpcc | precipitation, rainfall
# Weather stations on a grid
agcd, australian gridded climate data | rainfall, precipitation, tmax, tmin, vapour pressure, awap, australia, gridded observations, daily, silo, murray darling, bushfire, queensland, victoria, new south wales, great barrier reef
e-obs | ecad, europe, station observations, rainfall, tmax, tmin, mean temperature, sea level pressure, relative humidity, wind speed, solar radiation, eobs, daily, gridded observations, ensembles observational, ensembles project, cornes, knmi, pp, spain, heatwave
pisco, piscoeo_pm, piscot | peru, andes, senamhi, reference evapotranspiration, penman-monteith, maximum temperature, tasmax, daily temperature, amazon, huerta, aybar, hargreaves
cru ts, berkeley earth, hadcrut, gistemp | surface air temperature, observations, anomalies, global warming
prism, daymet, gridmet | precipitation, maximum temperature, minimum temperature, united states, daily
worldclim, terraclimate, chelsa | precipitation, temperature, climatology, high resolution
# Sea surface
oisst, optimum interpolated sst, optimum interpolation sst | sea surface temperature, sst, reynolds, avhrr, daily, quarter degree, noaa, marine heatwave, optimum interpolation
hadisst | sea surface temperature, sst, sea ice concentration, sic, monthly, 1870, hadley centre, enso, el nino, nino3.4, rayner, hadisst1, ice fraction, sea ice extent
ersst | sea surface temperature, sst, monthly, extended reconstructed, noaa, enso, el nino
ostia | sea surface temperature, sst, operational sea surface temperature and ice analysis, foundation temperature, ghrsst, sea ice, ukmo
coastwatch, geo-polar | sea surface temperature, sst, geostationary, polar orbiting, blended, night only, noaa, geopolar
mur sst, ghrsst | sea surface temperature, sst, high resolution, multi-scale
aviso, duacs, ssalto | sea surface height, ssh, sea level anomaly, sla, absolute dynamic topography, adt, geostrophic velocity, ugos, eddy kinetic energy, eke, mesoscale eddies, topex, jason, cmems, altimeter
swot | sea surface height, ssh, altimetry, wide swath
globcolour, oc-cci, seawifs | ocean color, chlorophyll, phytoplankton
ascat, ccmp, quikscat | surface wind, wind stress, scatterometer
# Inside the ocean
woa, world ocean atlas, woa18, woa23 | t_an, s_an, o_an, n_an, p_an, i_an, subsurface temperature, thermocline, practical salinity, apparent oxygen utilization, world ocean atlas, temperature, salinity, oxygen, nutrients, nitrate, phosphate, silicate, climatology, ocean profiles, hydrography, in situ, levitus
argo | floats, profiles, temperature, salinity, in situ, ocean interior
glodap, socat | ocean carbon, dissolved inorganic carbon, alkalinity, pco2, biogeochemistry
oras5, soda, glorys, ecco | ocean reanalysis, state estimate, temperature, salinity, currents, sea surface height
llc4320, llc 4320, llc2160, mitgcm | vertical velocity, mesoscale eddies, mitgcm, ocean simulation, submesoscale, internal waves, tides, velocity, temperature, salinity, sea surface height, kuroshio, gulf stream, 1/48 degree, eddies, high resolution ocean model, rocha, menemenlis, submesoscale permitting
enatl60, enatl, natl60 | vertical velocity, mesoscale eddies, submesoscale permitting, nemo, north atlantic, submesoscale, ocean simulation, 1/60 degree, gulf stream, tides, internal waves, high resolution ocean model, meom, grenoble
cm2-o, cm2.6, cm2.5, gfdl cm2 | mesoscale eddies, ocean model, gfdl, coupled climate model, cm2.6, eddy resolving, ocean eddies, high resolution, control run, 0.1 degree, co2 doubling, simulation
gotm | general ocean turbulence model, vertical mixing, single column, turbulence, diffusivity, parameterization, boundary layer, epbl
pco2, ldeo-hpd, hpd | surface ocean pco2, ocean carbon sink, air-sea co2 flux, ocean carbon uptake, biogeochemistry, fgco2, spco2, gregor, mckinley, gloege, bennington, global carbon budget, anthropogenic carbon, alkalinity
large ensemble pco2 testbed, pco2 testbed | lens, cesm, gfdl, canesm2, mpi, sampling bias, socat, reconstruction evaluation, synthetic observations, testbed, mckinley, gloege, alkalinity
# Models
cmip6 | coupled model intercomparison project phase 6, ipcc, climate projections, future climate, future scenarios, ssp, ssp245, ssp585, ssp126, ssp370, historical, picontrol, 1pctco2, abrupt-4xco2, amip, scenariomip, omip, damip, gcm, earth system models, climate models, climate change, global warming, ar6, multi-model ensemble, access-cm2, access-esm1-5, awi-cm-1-1-mr, bcc-csm2-mr, cams-csm1-0, canesm5, cas-esm2-0, cesm2, cesm2-waccm, ciesm, cmcc-cm2-sr5, cmcc-esm2, cnrm-cm6-1, cnrm-esm2-1, e3sm-1-0, ec-earth3, ec-earth3-veg, fgoals-f3-l, fgoals-g3, fio-esm-2-0, gfdl-cm4, gfdl-esm4, giss-e2-1-g, hadgem3-gc31-ll, iitm-esm, inm-cm4-8, inm-cm5-0, ipsl-cm6a-lr, kace-1-0-g, kiost-esm, mcm-ua-1-0, miroc6, miroc-es2l, mpi-esm1-2-hr, mpi-esm1-2-lr, mri-esm2-0, nesm3, noresm2-lm, noresm2-mm, norcpm1, sam0-unicon, taiesm1, ukesm1-0-ll, ukesm, ukesm1, noresm2, noresm, ec-earth, mpi-esm, hadgem3, ipsl, miroc, cnrm, access-esm, highresmip, pmip, cfmip, c4mip, lumip, geomip, ismip6, dcpp, faf-mip, aerchemmip, ripf, r1i1p1f1, variant label, equilibrium climate sensitivity, climate sensitivity, transient climate response, radiative feedbacks, world climate research programme, wcrp, shared socioeconomic pathways, emission scenarios, ssp119, ssp460, ssp534-over, abrupt4xco2
cmip5 | coupled model intercomparison project phase 5, ipcc, projections, rcp45, rcp85, historical, gcm
cordex | regional climate model, downscaling, projections
cesm | community earth system model, ncar, cam, cam5, cam6, climate model, coupled simulation, atmosphere model, community atmosphere model, precc, precl, trefht, spectral element, ne120, outgoing longwave
climsim | e3sm, e3sm-mmf, physics emulation, subgrid, parameterization, convection, super-parameterization, machine learning, hybrid climate modeling, cloud resolving, benchmark, nvidia, moist physics, low resolution, climate model emulator, neurips, multiscale modeling framework, mmf, superparameterization, convection, gentine, pritchard, leap
corrdiff | generative downscaling, diffusion model, super-resolution, nvidia, hackathon, high-resolution weather, hrrr, urban, generative ai, statistical downscaling, convection permitting, mardani, regression
# Land
modis | nasa, terra, aqua, satellite, remote sensing, mod15a2h, mcd15, mod13, mod11
avhrr | noaa, satellite, surface reflectance
casm | soil moisture, smap, smos, microwave, machine learning, neural network, long term, global, gentine, skulovich
smap, smos | soil moisture, l-band, passive microwave, radiometer
vod | vegetation optical depth, l-band, biomass, vegetation water content, plant water, aboveground, gentine, amsr-e, amsr2, amsr-2, lprm
lcspp, csif, glab-csif | solar-induced fluorescence, sun-induced chlorophyll fluorescence, sif, csif, photosynthesis, gpp, vegetation, reflectance, oco-2, avhrr, nirv, ndvi, gentine, fang, tropomi, gosat
metaflux, fluxcom | gross primary production, gpp, ecosystem respiration, reco, nee, land carbon flux, fluxnet, eddy covariance, machine learning, meta-learning, terrestrial carbon, photosynthesis, nathaniel, gentine, upscaled
grace, grace-fo | gravity, gravimetry, groundwater, terrestrial water storage, total water storage, ice mass loss, liquid water equivalent, mascon, tellus, satellite
srtm, copernicus dem, aster gdem | elevation, digital elevation model, dem, topography, orography, terrain height, slope, shuttle radar, 30 m
caravan, camels | streamflow, river discharge, catchments, basins, watersheds, flood, hydrology, rainfall-runoff, lstm, era5-land, gauges, camels, hysets, kratzert, ungauged basins, grdc, hydroatlas, camels-us, camels-gb, camels-br, camels-aus, lamah, discharge time series
gleam | evapotranspiration, evaporation, soil moisture
gldas, nldas, fldas | land surface model, soil moisture, runoff, evapotranspiration
landsat, sentinel-2 | surface reflectance, land, satellite, imagery
# The past
lmr, last millennium reanalysis | paleoclimate, proxy, data assimilation, reconstruction, common era, past 2000 years, tree rings, corals, ice cores, medieval, little ice age, pages2k, temperature reconstruction, hakim, tardif, pages 2k, palmer drought severity index, pdsi, ensemble kalman filter, paleo reanalysis
evolv2k | volcanic eruptions, volcano, stratospheric aerosol, sulfate, sulfur, ice cores, forcing, aerosol optical depth, paleoclimate, toohey, sigl, samalas, laki, huaynaputina, volcanic forcing
`;
