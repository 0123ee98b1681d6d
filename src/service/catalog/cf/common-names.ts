/**
 * Short names of quantities, as models, reanalyses and satellite products write them, by their CF standard names:
 * `standard name, … | short name, … | the meaning in synonyms.ts that it belongs to, …`.
 *
 * A variable of a store with one of these names is that quantity; so is a query. Short names come from the CMIP6 data
 * request, ECMWF's parameter database, MERRA-2, CESM, WOA and CMEMS.
 */
export const COMMON_NAMES = `
# Ocean
sea_surface_temperature, surface_temperature_of_sea, sea_surface_foundation_temperature, sea_surface_skin_temperature, sea_surface_subskin_temperature | sst, tos, ssta, sstk, analysed_sst, analyzed_sst, sea_surface_temperature_anomaly, mhw | sea surface temperature
sea_water_potential_temperature, sea_water_temperature, sea_water_conservative_temperature | thetao, bigthetao, votemper, t_an, t_mn, ptemp, tpot, theta, toc | subsurface ocean temperature
sea_water_salinity, sea_water_practical_salinity, sea_water_absolute_salinity | so, vosaline, s_an, s_mn, psal, salt, soc | salinity
sea_surface_salinity | sos, sss | sea surface salinity
sea_surface_height_above_geoid, sea_surface_height_above_sea_level, sea_surface_height_above_reference_ellipsoid, sea_surface_height | zos, ssh, adt, madt, sossheig, zossq | sea surface height
sea_level_anomaly, sea_surface_height_anomaly | sla, ssha, msla | sea level anomaly
surface_geostrophic_eastward_sea_water_velocity, surface_geostrophic_northward_sea_water_velocity | ugos, vgos, ugosa, vgosa | geostrophic currents
sea_water_x_velocity, sea_water_y_velocity, eastward_sea_water_velocity, northward_sea_water_velocity | uo, vo, vozocrtx, vomecrty, usurf, vsurf, ssu, ssv | ocean currents
upward_sea_water_velocity | wo, vovecrtz, wmo | ocean currents
ocean_mixed_layer_thickness, ocean_mixed_layer_thickness_defined_by_sigma_t | mlotst, mld, somxl010, omlmax | mixed layer depth
ocean_meridional_overturning_streamfunction | msftmz, moc, amoc, msftyz | ocean circulation
sea_ice_area_fraction, sea_ice_thickness, sea_ice_concentration | siconc, sic, sithick, sivol, ci, aice, sea_ice_fraction, siextent | sea ice concentration
surface_partial_pressure_of_carbon_dioxide_in_sea_water, surface_downward_mass_flux_of_carbon_dioxide_expressed_as_carbon | spco2, pco2, fco2, sfco2, fgco2, dpco2 | partial pressure of carbon dioxide
mole_concentration_of_dissolved_molecular_oxygen_in_sea_water, fractional_saturation_of_oxygen_in_sea_water, apparent_oxygen_utilization | o2, o_an, doxy, aou, omz, oxygen minimum zone | dissolved oxygen
mole_concentration_of_nitrate_in_sea_water, mole_concentration_of_phosphate_in_sea_water, mole_concentration_of_silicate_in_sea_water | no3, po4, si, n_an, p_an, i_an, nutrients | nutrients
mole_concentration_of_dissolved_inorganic_carbon_in_sea_water, sea_water_alkalinity_expressed_as_mole_equivalent | dissic, talk, dic, alk, alkalinity | ocean carbon sink
mass_concentration_of_chlorophyll_a_in_sea_water, mass_concentration_of_chlorophyll_in_sea_water | chl, chlor_a, chlos, chlorophyll_a | ocean color
sea_surface_wave_significant_height | swh, vhm0, hs, significant wave height | significant wave height
ocean_heat_content | ohc, ohc700, thermosteric, steric | ocean heat content
sea_floor_depth_below_geoid, sea_floor_depth, sea_floor_depth_below_sea_surface | deptho, bathymetry, gebco, etopo | bathymetry
# Atmosphere, near the surface
air_pressure_at_mean_sea_level, air_pressure_at_sea_level | slp, psl, msl, mslp, prmsl | sea level pressure
surface_air_pressure | ps, sp, psfc | surface pressure
air_temperature | t2m, tas, 2t, trefht, t2, tmp2m, ta, tmp, tair, ts_air, air, tmean, tavg, tave, sat | air temperature
maximum_air_temperature | tasmax, tmax, tx, mx2t, tmmx, trefhtmx | maximum temperature
minimum_air_temperature | tasmin, tmin, tn, mn2t, tmmn, trefhtmn | minimum temperature
dew_point_temperature | d2m, 2d, tdps, dewpoint, dew point | relative humidity
surface_temperature | ts, skt, lst, land_surface_temperature | skin temperature
precipitation_flux, precipitation_amount, lwe_thickness_of_precipitation_amount, lwe_precipitation_rate, rainfall_flux, rainfall_rate, thickness_of_rainfall_amount | pr, tp, precip, ppt, prec, prcp, apcp, precc, precl, prect, rr, rain, mtpr, precipitationcal, rainf | precipitation
convective_precipitation_flux, convective_precipitation_amount, large_scale_precipitation_flux | prc, cp, lsp, precc, precl | precipitation
snowfall_flux, thickness_of_snowfall_amount, surface_snow_thickness, surface_snow_amount, lwe_thickness_of_surface_snow_amount, surface_snow_area_fraction | prsn, sf, snd, snw, sd, swe, snc | snow depth
wind_speed | sfcwind, si10, ws, wspd, wind, fg, 10si | wind speed
eastward_wind, northward_wind, x_wind, y_wind | u10, v10, uas, vas, 10u, 10v, ua, va, u100, v100, ugrd, vgrd, u10m, v10m | wind speed
surface_downward_eastward_stress, surface_downward_northward_stress | tauu, tauv, taux, tauy, iews, inss, wind stress | surface stress
relative_humidity | hurs, hur, rh, rhum, r2, hu | relative humidity
specific_humidity | huss, hus, q, shum, q2m, qv, qbot | specific humidity
water_vapor_partial_pressure_in_air, water_vapor_saturation_deficit_in_air | vap, vp, vapourpres, vapour_pressure, vpd | vapour pressure
atmosphere_mass_content_of_water_vapor | prw, tcwv, tcw, pwat, ivt, iwv, precipitable water, total column water vapour, integrated vapour transport, atmospheric river, atmospheric rivers | specific humidity
# Radiation and heat
surface_downwelling_shortwave_flux_in_air, surface_net_downward_shortwave_flux | rsds, ssrd, ssr, swdown, srad, dswrf, qq, swgdn, fsds | solar radiation
surface_downwelling_longwave_flux_in_air, surface_upwelling_longwave_flux_in_air | rlds, strd, rlus, flds, dlwrf | longwave radiation
toa_outgoing_longwave_flux, toa_outgoing_shortwave_flux, toa_incoming_shortwave_flux | olr, rlut, rsut, rsdt, ttr, tsr, flut, top of atmosphere, toa, energy imbalance, ceres | outgoing longwave
surface_upward_latent_heat_flux | hfls, slhf, lhf, lhflx, qle | latent heat
surface_upward_sensible_heat_flux | hfss, sshf, shf, shflx, qh | surface heat flux
# Aloft
geopotential_height, geopotential | zg, z500, z3, hgt, gh, gph, 500 mb height, 500 hpa height, 500hpa | geopotential height
atmosphere_relative_vorticity, atmosphere_absolute_vorticity, divergence_of_wind, lagrangian_tendency_of_air_pressure | vo, wap, omega, vort, vorticity, divergence, potential vorticity, pv | pressure levels
atmosphere_boundary_layer_thickness | blh, pblh, zmla, hpbl, planetary boundary layer, pbl, boundary layer height | atmospheric boundary layer
atmosphere_convective_available_potential_energy | cape, cin, convective available potential energy, thunderstorms | convective available potential energy
cloud_area_fraction, cloud_area_fraction_in_atmosphere_layer | clt, tcc, cldtot, cldlow, lcc, mcc, hcc, cl | cloud cover
atmosphere_optical_thickness_due_to_ambient_aerosol_particles, atmosphere_optical_thickness_due_to_aerosol | aod, od550aer, aod550, totexttau, aot | aerosol optical depth
mole_fraction_of_ozone_in_air, atmosphere_mole_content_of_ozone | o3, toz, tco3, ozone | ozone
mole_fraction_of_methane_in_air, mole_fraction_of_carbon_dioxide_in_air | ch4, co2, xco2, xch4 | greenhouse gases
# Land and water
volume_fraction_of_condensed_water_in_soil, moisture_content_of_soil_layer, soil_moisture_content, mass_content_of_water_in_soil_layer, mass_content_of_water_in_soil | swvl1, swvl2, mrsos, mrso, mrsol, sm, ssm, sm_surface, soilw, vwc, soil_moisture | soil moisture
water_evapotranspiration_flux, water_potential_evaporation_flux, water_evaporation_amount, lwe_thickness_of_water_evaporation_amount | evspsbl, et, pet, et0, eto, aet, pev, e0, peto | evapotranspiration
runoff_flux, surface_runoff_flux, water_volume_transport_in_river_channel, surface_runoff_amount | mrro, mrros, ro, sro, streamflow, discharge, dis, qsim, qobs | river discharge
leaf_area_index | lai, lai_hv, lai_lv, tlai, elai | leaf area index
normalized_difference_vegetation_index | ndvi, evi, nirv, kndvi, savi | vegetation index
gross_primary_productivity_of_biomass_expressed_as_carbon | gpp, gpp_mean | gross primary production
surface_upward_mass_flux_of_carbon_dioxide_expressed_as_carbon_due_to_ecosystem_respiration, net_primary_productivity_of_biomass_expressed_as_carbon, surface_net_downward_mass_flux_of_carbon_dioxide_expressed_as_carbon_due_to_all_land_processes | reco, npp, nee, nbp, ter | net ecosystem exchange
surface_altitude, height_above_reference_ellipsoid, height_above_geopotential_datum | orog, elevation, dem, elev, topo, hgt_surface, dtm, dsm, altitude | elevation
land_ice_mass, land_ice_thickness, land_water_storage, lwe_thickness_of_water_in_land, liquid_water_equivalent_thickness | lwe_thickness, lwe, tws, twsa, ewt, mascon, mascons | total water storage
burned_area, burned_area_fraction | ba, burntfrac, fwi, fire weather, bushfire, wildfires | wildfire
brightness_temperature, toa_brightness_temperature | tb, bt, tbh, tbv | brightness temperature
area_type, land_cover_lccs, land_area_fraction | sftlf, lsm, landmask, lccs, pft | land cover
permafrost_layer_thickness | permafrost, active layer | permafrost
`;
