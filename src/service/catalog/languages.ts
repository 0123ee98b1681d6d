/**
 * The quantities that are asked for most, in languages other than English, without accents:
 * `| word, word | the meaning in synonyms.ts`. Spanish, French, Portuguese, German, Italian.
 */
export const LANGUAGES = `
| temperatura superficial del mar, temperatura de la superficie del mar, temperature de surface de la mer, temperatura da superficie do mar, meeresoberflachentemperatur, temperatura superficiale del mare | sea surface temperature
| nivel del mar, niveau de la mer, nivel do mar, meeresspiegel, livello del mare, hauteur de mer | sea surface height
| salinidad, salinite, salinidade, salzgehalt, salinita | salinity
| hielo marino, glace de mer, banquise, gelo marinho, meereis, ghiaccio marino | sea ice
| precipitacion, precipitaciones, precipitacao, lluvia, lluvias, pluie, pluies, chuva, niederschlag, regen, precipitazione, pioggia, pluviometrie | precipitation
| temperatura del aire, temperature de l air, temperatura do ar, lufttemperatur, temperatura dell aria, temperatura | air temperature
| presion a nivel del mar, pression au niveau de la mer, pressao ao nivel do mar, luftdruck, pressione | sea level pressure
| viento, vientos, vent, vents, vento, windgeschwindigkeit | wind speed
| humedad, humidite, umidade, luftfeuchtigkeit, umidita | humidity
| radiacion solar, rayonnement solaire, radiacao solar, sonneneinstrahlung, radiazione solare | solar radiation
| nubes, nuages, nuvens, wolken, nuvole | cloud cover
| humedad del suelo, humidite du sol, umidade do solo, bodenfeuchte, umidita del suolo | soil moisture
| evapotranspiracion, evapotranspiracao, verdunstung, evaporacion, evapotraspirazione | evapotranspiration
| vegetacion, vegetation, vegetacao, vegetazione | vegetation index
| caudal, debit, debits, vazao, abfluss, portata, rio, rivieres | river discharge
| sequia, secheresse, seca, durre, siccita | drought
| agua subterranea, eau souterraine, aguas subterraneas, grundwasser | groundwater
| elevacion, altitud, altitude du sol, hohenmodell, relieve | elevation
| volcan, vulcano, vulkan, volcans, vulcao | volcanic
| corrientes oceanicas, courants marins, correntes oceanicas, meeresstromung | ocean currents
| olas, vagues, ondas, wellen | ocean waves
| nieve, neige, neve, schnee | snow
| bosque, foret, floresta, wald | forest
| reanalise, reanalyse, rianalisi | reanalysis
| proyecciones climaticas, projections climatiques, projecoes climaticas, klimaprojektionen | climate projections
`;
