/**
 * What climate scientists call things, one meaning a line: extend it here, nothing else needs to change.
 *
 * Before the bar are names written out: a record that contains one of them is about that. Behind it is
 * what people type and models write (CF, CMIP and ECMWF names); too short or too wide to be trusted in a
 * record's text, where "et al." is no evapotranspiration. A record found by one name is found by all.
 */
export const MEANINGS = `
# Ocean
sea surface temperature, ocean surface temperature, sst | tos, ocean temperature, skin temperature, sea temperature, water temperature, marine heatwave, sst anomaly, nino, nino3.4, nino 3.4, nino34, nino3, nino4, enso, el nino, pacific decadal oscillation, pdo, atlantic multidecadal, amo, amv, indian ocean dipole, iod, la nina, climate indices, climate modes, sea temp, ocean temp, teleconnections, coral bleaching, sea temperatures, bleaching, ocean warming, surface ocean temperature, ocean heatwave, temperature of the sea, sea surface temp, surface water temperature, degree heating weeks, ssta, foundation temperature, bulk temperature
sea surface height, sea level anomaly, altimetry, altimeter, absolute dynamic topography, sea level height | ssh, sla, adt, zos, ssha, sea level, sea level rise, geostrophic currents, ugos, vgos, eddies, eddy kinetic energy, eke, mesoscale variability, sea surface topography, dynamic sea level, rossby waves, rossby wave, kelvin waves, loop current, sea level trend, sealevel, dynamic topography, mean dynamic topography, steric height, ocean surface topography, sea level change, sea levels, sea surface elevation, altimeters, radar altimeter, geostrophic velocity, mesoscale eddy, ocean eddies, eddy tracking, eddy detection, ocean rings, agulhas rings, topex, jason
sea surface salinity, salinity | sss, sos, so, salt, ocean salinity, halocline, freshwater, psu, ocean salt, practical salinity, haline, salt content, freshwater flux
world ocean atlas, ocean climatology, hydrographic, hydrography | ctd, thermohaline, nutrients, temperature and salinity, potential density, ocean climatologies, salinity profiles, ocean temperature climatology, salinity climatology, dissolved oxygen
subsurface ocean temperature, ocean temperature profiles, ocean stratification | ocean interior, ocean profiles, pycnocline, stratification, subsurface temperature, t s profiles, temperature profiles, thermocline, vertical structure, water mass, water masses, potential temperature, interior temperature, temperature at depth, deep ocean temperature
sea ice, ice concentration, siconc | sic, seaice, arctic, ice cover, antarctic, polar, ice extent, cryosphere, ice edge, sea ice extent, sea ice cover, sea ice area, ice free, marginal ice zone, ice fraction, ice thickness, pack ice, polar ice
mixed layer depth, mixed layer, boundary layer depth | mld, mlotst, ocean mixed layer, mixing layer
vertical mixing, ocean surface boundary layer, ocean boundary layer | osbl, diffusivity, turbulence, mixing parameterization, langmuir turbulence, eddy diffusivity, kpp, k profile, obl, turbulent kinetic energy, turbulent mixing, ocean mixing, mixing coefficient, mixing coefficients, mixing scheme, diffusivities, vertical diffusivity, ocean turbulence, boundary layer turbulence
pco2, partial pressure of carbon dioxide, fco2, sfco2, fgco2 | spco2, surface ocean co2, air sea co2 flux, air sea carbon flux, sea air carbon flux, ocean carbon flux, ocean carbon sink, carbon dioxide, carbon uptake, co2, ocean acidification, carbon sink, carbon budget, air sea exchange, co2 partial pressure, co2 fugacity, ocean co2, air sea flux, sea air co2 flux, carbon sequestration, oceanic carbon, ocean carbon uptake, marine carbon, dissolved inorganic carbon, ph, co2 flux, ocean co2 sink, co2 uptake, ocean carbon
ocean color, ocean colour, chlorophyll | chl, phytoplankton, chlor_a
ocean currents, ocean circulation, surface currents | currents, uo, vo, velocity, transport, overturning, amoc, acc, gyre
submesoscale, mesoscale eddies | eddies, high resolution ocean, fronts, filaments, internal gravity waves, kilometre scale ocean, kilometer scale ocean, tide, tides, frontogenesis, submeso, high resolution ocean simulation, ocean simulation, ocean simulations, ocean fronts, eddy resolving, internal waves, ocean model, ocean model output, high res ocean, ocean general circulation model, ogcm, inertial oscillations
heat content, ocean heat | ohc
dissolved oxygen, oxygen | o2
bathymetry, sea floor depth | ocean depth
significant wave height, ocean waves | swh, waves
# Atmosphere
precipitation, rainfall, rain rate | precip, pr, tp, rain, rr, hydrological cycle, drought, monsoon, rain gauge, wet days, spi, extreme rainfall, floods, itcz, convergence zone, mjo, madden julian oscillation, rainy season, rainfall grids, dry spells, sahel, walker circulation, rainfalls, rains, heavy rain, extreme precipitation, hydroclimate, rainfall variability, wet season, dry season, rainstorm, pluvial, rain gauges, gauge, gauges, dry days, rainfall climatology, convective rainfall, daily rain, rainfall estimates, precipitation rate
reanalysis, reanalyses | jet stream, atmospheric boundary layer, convective available potential energy, storm tracks, atmospheric river, vorticity, blocking, nao, north atlantic oscillation, annular mode, sam, polar vortex, qbo, upper air, synoptic, re-analysis, re analysis, atmospheric reanalyses, large scale circulation, circulation, teleconnection, weather patterns, jetstream, planetary waves
sea level pressure, mean sea level pressure | slp, psl, msl, mslp, surface pressure, air pressure
air temperature, 2m temperature, surface temperature, near surface temperature, minimum and maximum temperature, mean temperature | temperature, t2m, tas, 2t, sat, tg, heatwave, heat stress, warming, land surface air temperature, daily temperature, 2 m temperature, 2 metre temperature, two meter temperature, surface air temp, warm spells, cold spells, temperature extremes, heatwaves, heat extremes, near-surface temperature, mean air temperature, degree days
maximum temperature, tmax | tasmax, tx, heat waves, daily maximum
minimum temperature, tmin | tasmin, tn, daily minimum
wind speed, surface wind, 10m wind | winds, sfcwind, u10, v10, uas, vas, fg, wind power, wind energy, gusts, 10 m wind, wind field, wind components, u wind, v wind, zonal wind, meridional wind, wind direction, surface winds, wind storms, windspeed, near surface wind
relative humidity, specific humidity, humidity, vapour pressure, vapor pressure | hurs, huss, rh, q2m, water vapor, water vapour, hu, vapor pressure deficit, vapour pressure deficit, vpd, dew point, specific humidity at 2m, air humidity
global radiation, surface downwelling, solar radiation, shortwave radiation | rsds, ssrd, insolation, sunshine, irradiance, qq, solar energy, photovoltaic, sunshine duration, ghi, radiative flux, downwelling shortwave, incoming solar, incoming shortwave, surface radiation, solar flux, downward shortwave, sunlight, surface solar radiation
longwave radiation, outgoing longwave | rlut, olr, rlds
geopotential, geopotential height | zg, z500, hgt, 500 hpa height, geopotential heights, height of pressure surface
pressure level, pressure levels, model level, model levels, vertical levels | upper air, vertical profiles, hpa
cloud cover, cloud fraction | clouds, clt, tcc
aerosol optical depth, aerosol | aod, dust, aerosols
stratospheric sulfur injection, volcanic, volcanology, eruption | volcano, volcanoes, eruptions, sulfate, sulphur, so2, vssi, aerosol forcing, stratospheric aerosol, pinatubo, tambora, krakatoa, volcanism, radiative forcing, volcanic forcing, sulphate, sulfate aerosol, volcanic aerosol, stratospheric sulfate, sulphur injection, eruption history, volcanic eruption, volcanic eruptions, ice core sulfate, volcanic sulfate, vei
reanalysis, reanalyses | atmospheric reanalysis, assimilation
tropical cyclone, hurricane, typhoon | tc, storms
downscaling, super resolution | high resolution weather, regional downscaling, downscale, downscaled, statistical downscaling, dynamical downscaling, convection permitting, km scale weather, super-resolution, superresolution, upsampling
atmospheric convection, moist convection, deep convection, cloud resolving | convection, convective, cumulus, cumulus convection, convection scheme, convection parameterization, convective parameterization, convection parametrization, convection parametrisation, subgrid convection, moist physics, cumulus parameterization
greenhouse gases, methane | ghg, ch4
surface heat flux, heat fluxes, air-sea fluxes, sensible heat, latent heat flux | net heat flux, turbulent fluxes, turbulent heat flux, shf, lhf, qnet, bowen ratio, ocean heat flux
wind stress, surface stress | taux, tauy, momentum flux, ekman
vertical velocity | upwelling, omega, subduction, w velocity, vertical motion
nutrients, nitrate, phosphate, silicate | biogeochemistry, biogeochemical, marine biogeochemistry, bgc
weather forecast, weather forecasting, numerical weather prediction | nwp, forecast, forecasts, medium range, weather prediction, ai weather, weather model, graphcast
climate projections, future climate, future projections, climate scenarios | climate projection, scenario projections, climate change projections, future scenarios, future warming, climate change scenarios, emission scenarios, rcp, ssp, end of century
model intercomparison, multi-model ensemble, multi model | mip, mips, multimodel, multi-model, model ensemble, gcm ensemble
atmospheric boundary layer, planetary boundary layer | pbl, boundary layer height, abl
# Land and water
soil moisture | sm, mrsos, mrso, swvl1, soil water, wetness, root zone, drought monitoring, antecedent moisture, soil wetness, soil water content, volumetric soil water, surface soil moisture, soil moistures, root zone moisture, wet soils, dryness, soil dryness
evapotranspiration, evaporation | et, eto, pet, evspsbl, latent heat, et0, actual evapotranspiration, potential evapotranspiration, evaporative demand, water use, irrigation, reference evapotranspiration, penman monteith, transpiration, crop water, evaporative, water loss, potential evaporation, reference et
leaf area index, lai | vegetation, canopy, greenness, phenology, crops, forest, leaves, fpar, ndvi, plant growth, land surface, leaf cover, foliage, green leaf, leaf phenology, leaf area, plant canopy, canopy structure, vegetation greenness, vegetation cover, land surface vegetation, crop, growing season
ndvi, vegetation index, vegetation indices | evi, greenness
vegetation optical depth, vod | l-vod, vegetation, biomass, microwave, plant hydraulics, forest biomass, aboveground biomass, plant water, canopy water, vegetation water content, vegetation water, carbon stock, deforestation, woody vegetation, drought stress, biomass carbon, above ground biomass
fluorescence, photosynthesis, photosynthetic activity, sif-informed | sif, csif, solar induced fluorescence, plant productivity, vegetation productivity, chlorophyll fluorescence, light use efficiency, par, sun induced fluorescence, sun-induced chlorophyll fluorescence, solar-induced chlorophyll fluorescence, photosynthetic, plant fluorescence, gpp proxy, vegetation greenness, vegetation dynamics, primary productivity
gross primary production, gpp, carbon fluxes, net ecosystem exchange | land carbon sink, biosphere carbon, terrestrial biosphere, nee, reco, npp, carbon uptake, eddy covariance, fluxnet, productivity, ecosystem respiration, land carbon, terrestrial carbon, biosphere, land carbon uptake, land sink, carbon cycle, net primary production, terrestrial ecosystem, vegetation carbon, carbon cycle feedback, upscaled fluxes, flux tower, flux towers, ecosystem fluxes, gross primary productivity, gross primary product, carbon flux, land carbon flux, co2 exchange, net ecosystem production, ecosystem carbon, plant carbon uptake, terrestrial carbon flux, ecosystem exchange, terrestrial biosphere carbon uptake, respiration, primary productivity
total water storage, terrestrial water storage, tws | groundwater, gravity, water mass, ewt, lwe, aquifer, aquifer depletion, gravimetry, ice mass, ice sheet mass, mass balance, drought, water availability, greenland ice sheet, antarctic ice sheet, ice sheet, mass change, water storage, storage anomaly, ground water, groundwater storage, water table, gravity field, ice loss, ice mass loss, depletion, terrestrial water, land water storage, mass anomaly, gravity anomalies
streamflow, river discharge, discharge, runoff, rainfall runoff | mrro, rivers, flood, floods, gauges, catchments, watershed, basins, hydrograph, river flow, river runoff, stream gauge, water level, watersheds, lstm, ungauged, hydrologic model, hydrological model, rainfall runoff model, prediction in ungauged basins, stream flow, river, streams, catchment, catchment attributes, river basin, river basins, river discharges, hydrographs, flood forecasting, flooding, gauge station, river gauge, river gauges, stream gauges, hydrologic, flow rate, daily flow, water flow, gauged basins
digital elevation model, elevation, topography, dem | orography, terrain, altitude, relief, height above sea level, orog, slope, mountains, height map, surface height, dtm, hillshade, terrain height, terrain elevation, land elevation, land height, surface elevation, hillslope, topographic, topographic height, mountain height, drainage network, digital terrain model, watershed delineation
snow cover, snow depth, snow water equivalent | swe, snow, snd
land cover, land use | lulc, landcover
wildfire, burned area, fire | fires, burnt area
glacier, ice sheet | cryosphere, ice mass
brightness temperature, brightness temperatures | tb, passive microwave, radiometer
hydrology, hydrological | water cycle, water resources
# Kinds of data
climatology, climatologies | climatological mean, long term mean, climate normals, normals, seasonal cycle, annual cycle, climatological, mean annual cycle, long-term average, monthly climatology, averages
machine learning, neural network, neural networks, artificial intelligence, ai-based, artificial-intelligence | ml, ai, deep learning, emulator, training data, neural net, cnn, unet, surrogate model, training set, benchmark, ai model, foundation model, random forest, regression, nn, neural nets, ml ready, ai ready, training, learned, data driven, machine-learning, deep-learning, ml training, emulators, transformer, ml emulator
generative, diffusion model | score based, generative ai, gan, stochastic, probabilistic, diffusion, denoising, probabilistic downscaling
parameterization, parameterisation, parameterizing | subgrid, closure, hybrid modeling, emulation, parametrization, parametrisation, parameterisations, sub grid, subgrid scale, closures, subgrid physics, physics emulation, physics emulator, superparameterization, super parameterization, convection parameterization
remote sensing, satellite, satellite data, multi-satellite, earth observation | spaceborne, retrieval, observations, satellites, space, instrument, sensor, level 3, level 4, l3, l4, eo data, swath, orbit, satellite observations, satellite derived, satellite-derived, spacecraft, earth observations, mission, satellite mission
coupled climate model, coupled model, coupled simulation, earth system model, coupled | gcm, esm, climate model, general circulation model, global climate model, simulation, control run, picontrol, gcms, climate simulation, model output, historical simulation, preindustrial, eddying, earth system models, coupled models, eddying climate model, climate models, fully coupled, atmosphere ocean model, simulations, model run, control simulation, preindustrial control, model experiments
large ensemble, ensemble | members, internal variability, initial condition, smile, single model initial condition, ensembles, ensemble members, single model, natural variability, initial conditions, large ensembles
paleoclimate, common era, last millennium, palaeoclimate | proxy, proxies, tree rings, past climate, past 2000 years, reconstruction, medieval, little ice age, holocene, historical climate, speleothem, corals, ice cores, last 1000 years, palaeo, pages 2k, past2k, medieval warm period, dendrochronology, pdsi, millennium, paleo, palaeoclimatology, paleoclimatology, paleo reanalysis, paleoclimate reconstruction, past temperature, preindustrial climate, medieval climate anomaly, past millennium, last 2000 years, past two millennia, climate reconstruction, temperature reconstruction, climate field reconstruction, proxy records, multiproxy, common era temperature
# Who
national centers for environmental information, noaa ncei, ncei | nodc, ncdc, national climatic data center
european centre for medium-range weather forecasts, ecmwf | european centre
climate hazards group, climate hazards center | chc, uc santa barbara
copernicus marine, copernicus marine service | cmems, copernicus marine environment monitoring service, copernicus marine environment
copernicus climate change service | c3s
met office, uk meteorological office, uk met office | ukmo, metoffice, hadley
national center for atmospheric research | ncar
jet propulsion laboratory | jpl, nasa jpl
nasa | national aeronautics and space administration
noaa | national oceanic and atmospheric administration
noaa-gfdl, gfdl | geophysical fluid dynamics laboratory
ldeo, lamont-doherty | lamont, lamont doherty earth observatory, lamont doherty, lamont-doherty earth observatory, columbia university
bureau of meteorology | bom
esgf | earth system grid federation
`;
