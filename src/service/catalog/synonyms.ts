/**
 * What climate scientists call things, one meaning a line: extend it here, nothing else needs to change.
 *
 * Before the bar are names written out: a record that contains one of them is about that. Behind it is
 * what people type and models write (CF, CMIP and ECMWF names); too short or too wide to be trusted in a
 * record's text, where "et al." is no evapotranspiration. A record found by one name is found by all.
 */
export const MEANINGS = `
# Ocean
sea surface temperature, ocean surface temperature, sst | tos, ocean temperature, skin temperature, sea temperature, water temperature, marine heatwave, sst anomaly, nino, enso, el nino, pacific decadal oscillation, pdo, atlantic multidecadal, amo, amv, indian ocean dipole, iod, la nina, climate indices, climate modes, sea temp, ocean temp, teleconnections, coral bleaching
sea surface height, sea level anomaly, altimetry, altimeter, absolute dynamic topography, sea level height | ssh, sla, adt, zos, ssha, sea level, sea level rise, geostrophic currents, ugos, vgos, eddies, eddy kinetic energy, eke, mesoscale variability, sea surface topography, dynamic sea level, rossby waves, rossby wave, kelvin waves, loop current, sea level trend, sealevel
sea surface salinity, salinity | sss, sos, so, salt, ocean salinity, halocline, freshwater, psu
world ocean atlas, ocean climatology, hydrographic, hydrography | subsurface temperature, thermocline, pycnocline, stratification, water masses, ctd, ocean interior, thermohaline, nutrients
sea ice, ice concentration, siconc | sic, seaice, arctic, ice cover, antarctic, polar, ice extent, cryosphere
mixed layer depth, mixed layer | mld, mlotst
vertical mixing, ocean surface boundary layer, ocean boundary layer | osbl, diffusivity, turbulence, mixing parameterization, langmuir turbulence, eddy diffusivity, kpp, k profile, obl, turbulent kinetic energy
pco2, partial pressure of carbon dioxide, fco2, sfco2, fgco2 | spco2, surface ocean co2, air sea co2 flux, ocean carbon sink, carbon dioxide, carbon uptake, co2, ocean acidification, carbon sink, carbon budget, air sea exchange
ocean color, ocean colour, chlorophyll | chl, phytoplankton, chlor_a
ocean currents, ocean circulation, surface currents | currents, uo, vo, velocity, transport, overturning, amoc, acc, gyre
submesoscale, mesoscale eddies | eddies, high resolution ocean, fronts, filaments, internal gravity waves, kilometre scale ocean, kilometer scale ocean, tide, tides, frontogenesis
heat content, ocean heat | ohc
dissolved oxygen, oxygen | o2
bathymetry, sea floor depth | ocean depth
significant wave height, ocean waves | swh, waves
# Atmosphere
precipitation, rainfall, rain rate | precip, pr, tp, rain, rr, hydrological cycle, drought, monsoon, rain gauge, wet days, spi, extreme rainfall, floods, itcz, convergence zone, mjo, madden julian oscillation, rainy season, rainfall grids, dry spells, sahel, walker circulation
reanalysis, reanalyses | jet stream, atmospheric boundary layer, convective available potential energy, storm tracks, atmospheric river, vorticity, blocking, nao, north atlantic oscillation, annular mode, sam, polar vortex, qbo, upper air, synoptic
sea level pressure, mean sea level pressure | slp, psl, msl, mslp, surface pressure, air pressure
air temperature, 2m temperature, surface temperature, near surface temperature, minimum and maximum temperature, mean temperature | t2m, tas, 2t, sat, tg, heatwave, heat stress, warming, land surface air temperature, daily temperature
maximum temperature, tmax | tasmax, tx, heat waves, daily maximum
minimum temperature, tmin | tasmin, tn, daily minimum
wind speed, surface wind, 10m wind | winds, sfcwind, u10, v10, uas, vas, fg, wind power, wind energy, gusts, surface stress
relative humidity, specific humidity, humidity, vapour pressure, vapor pressure | hurs, huss, rh, q2m, water vapor, water vapour, hu
global radiation, surface downwelling, solar radiation, shortwave radiation | rsds, ssrd, insolation, sunshine, irradiance, qq, solar energy, photovoltaic, sunshine duration, ghi, radiative flux
longwave radiation, outgoing longwave | rlut, olr, rlds
geopotential, geopotential height | zg, z500, hgt
pressure level, pressure levels, model level, model levels, vertical levels | upper air, vertical profiles, hpa
cloud cover, cloud fraction | clouds, clt, tcc
aerosol optical depth, aerosol | aod, dust, aerosols
stratospheric sulfur injection, volcanic, volcanology, eruption | volcano, volcanoes, eruptions, sulfate, sulphur, so2, vssi, aerosol forcing, stratospheric aerosol, pinatubo, tambora, krakatoa, volcanism, radiative forcing
reanalysis, reanalyses | atmospheric reanalysis, assimilation
tropical cyclone, hurricane, typhoon | tc, storms
downscaling, super resolution | high resolution weather, regional downscaling
greenhouse gases, methane | ghg, ch4
# Land and water
soil moisture | sm, mrsos, mrso, swvl1, soil water, wetness, root zone, drought monitoring, antecedent moisture
evapotranspiration, evaporation | et, eto, pet, evspsbl, latent heat, et0, actual evapotranspiration, potential evapotranspiration, evaporative demand, water use, irrigation
leaf area index, lai | vegetation, canopy, greenness, phenology, crops, forest, leaves, fpar, ndvi, plant growth, land surface
ndvi, vegetation index, vegetation indices | evi, greenness
vegetation optical depth, vod | l-vod, vegetation, biomass, microwave, plant hydraulics, forest biomass, aboveground biomass, plant water
fluorescence, photosynthesis, photosynthetic activity, sif-informed | sif, csif, solar induced fluorescence, plant productivity, vegetation productivity, chlorophyll fluorescence, light use efficiency, par
gross primary production, gpp, carbon fluxes, net ecosystem exchange | land carbon sink, biosphere carbon, terrestrial biosphere, nee, reco, npp, carbon uptake, eddy covariance, fluxnet, productivity, ecosystem respiration, land carbon, terrestrial carbon, biosphere, land carbon uptake, land sink, carbon cycle, net primary production, terrestrial ecosystem, vegetation carbon, carbon cycle feedback, upscaled fluxes, flux tower, flux towers, ecosystem fluxes
total water storage, terrestrial water storage, tws | groundwater, gravity, water mass, ewt, lwe, aquifer, aquifer depletion, gravimetry, ice mass, ice sheet mass, mass balance, drought, water availability, greenland ice sheet, antarctic ice sheet, ice sheet, mass change
streamflow, river discharge, discharge, runoff, rainfall runoff | mrro, rivers, flood, floods, gauges, catchments, watershed, basins, hydrograph, river flow, river runoff, stream gauge, water level, watersheds, lstm, ungauged, hydrologic model, hydrological model, rainfall runoff model, prediction in ungauged basins
digital elevation model, elevation, topography, dem | orography, terrain, altitude, relief, height above sea level, orog, slope, mountains, height map, surface height, dtm, hillshade
snow cover, snow depth, snow water equivalent | swe, snow, snd
land cover, land use | lulc, landcover
wildfire, burned area, fire | fires, burnt area
glacier, ice sheet | cryosphere, ice mass
brightness temperature, brightness temperatures | tb, passive microwave, radiometer
hydrology, hydrological | water cycle, water resources
# Kinds of data
climatology, climatologies | climatological mean, long term mean
paleoclimate, common era, last millennium, palaeoclimate | proxy, proxies, tree rings, past climate, past 2000 years, reconstruction, medieval, little ice age, holocene, historical climate, speleothem, corals, ice cores, last 1000 years, palaeo, pages 2k, past2k, medieval warm period, dendrochronology, pdsi, millennium
machine learning, neural network, neural networks, artificial intelligence, ai-based, artificial-intelligence | ml, ai, deep learning, emulator, training data, neural net, cnn, unet, surrogate model, training set, benchmark, ai model, foundation model
generative, diffusion model | score based, generative ai, gan, stochastic, probabilistic
parameterization, parameterisation, parameterizing | subgrid, closure, hybrid modeling, emulation
remote sensing, satellite, satellite data, multi-satellite, earth observation | spaceborne, retrieval, observations, satellites, space, instrument, sensor, level 3, level 4, eo data
coupled climate model, coupled model, coupled simulation, earth system model, coupled | gcm, esm, climate model, general circulation model, simulation, control run, picontrol, gcms, climate simulation, model output, historical simulation, preindustrial
large ensemble, ensemble | members, internal variability, initial condition, smile, single model initial condition
daily | day, every day
monthly | month, every month
gridded, interpolated | grid, raster, regular grid
# Places that people name in another way than the records do
global, globe, worldwide | world
north atlantic | gulf stream, atlantic, labrador sea, azores, western boundary current
agulhas | south africa, southern ocean, indian ocean
peru | andes, south america, amazon, lima, peruvian, tropical mountains
australia, australian | oceania, bom, sydney, murray darling, queensland
europe, european | eu, mediterranean, germany, france, spain, italy, uk, scandinavia, alps, north africa
new york city, nyc | new york, manhattan, urban, city, usa, united states
# Who
copernicus marine, copernicus marine service | cmems
copernicus climate change service | c3s
met office, uk meteorological office, uk met office | ukmo, metoffice, hadley
national center for atmospheric research | ncar
jet propulsion laboratory | jpl
nasa | national aeronautics and space administration
noaa | national oceanic and atmospheric administration
noaa-gfdl, gfdl | geophysical fluid dynamics laboratory
ldeo, lamont-doherty | lamont, lamont doherty earth observatory
bureau of meteorology | bom
esgf | earth system grid federation
# Resolution, in the ways it is written
0.25 degree, 0.25°, 025deg, 0 25 deg, 0p25deg, 25 km | quarter degree, 1/4 degree, eddy permitting
0.1 degree, 0.1° | tenth degree, high resolution
0.05 degree, 0.05°, 5km | 5 km, high resolution
1 degree, 1°, 1deg | one degree
1-arc second, arc second | 30 m, 30 meter, arcsecond, high resolution
12 hourly, 12-hourly, 6 hourly, hourly | subdaily, sub-daily, high frequency
`;
