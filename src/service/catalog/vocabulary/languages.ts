/**
 * The quantities that are asked for most, in languages other than English, without accents:
 * `| word, word | the meaning in synonyms.ts`. Spanish, French, Portuguese, German, Italian.
 */
export const LANGUAGES = `
| temperatura del mar, temperatura do mar, temperature de la mer, temperature de mer, temperatura del oceano, temperature de l ocean, meerestemperatur, wassertemperatur, temperature de l eau, temperatura del agua, temperatura superficial del mar, temperatura de la superficie del mar, temperature de surface de la mer, temperatura da superficie do mar, meeresoberflachentemperatur, temperatura superficiale del mare | sea surface temperature
| nivel del mar, niveau de la mer, niveau marin, topographie dynamique, nivel do mar, meeresspiegel, livello del mare, hauteur de mer | sea surface height
| salinidad, salinite, salinidade, salzgehalt, salinita | salinity
| hielo marino, glace de mer, banquise, gelo marinho, meereis, ghiaccio marino | sea ice
| precipitacion, precipitaciones, precipitacao, lluvia, lluvias, pluie, pluies, chuva, niederschlag, regen, precipitazione, pioggia, pluviometrie | precipitation
| temperatura del aire, temperature de l air, temperatura do ar, lufttemperatur, temperatura dell aria, temperatura | air temperature
| presion a nivel del mar, pression au niveau de la mer, niveau marin, topographie dynamique, pressao ao nivel do mar, luftdruck, pressione | sea level pressure
| viento, vientos, velocidad del viento, vitesse du vent, vent, vents, vento, windgeschwindigkeit | wind speed
| humedad, humidite, umidade, luftfeuchtigkeit, umidita | humidity
| radiacion solar, rayonnement solaire, radiacao solar, sonneneinstrahlung, radiazione solare | solar radiation
| nubes, nuages, nuvens, wolken, nuvole | cloud cover
| humedad del suelo, humidite du sol, umidade do solo, bodenfeuchte, umidita del suolo | soil moisture
| evapotranspiracion, evapotranspiracao, verdunstung, evaporacion, evapotraspirazione | evapotranspiration
| vegetacion, vegetation, vegetacao, vegetazione | vegetation index
| caudal, debit, debits, vazao, abfluss, portata, rio, rivieres | river discharge
| sequia, secheresse, seca, durre, siccita | drought
| agua subterranea, eau souterraine, aguas subterraneas, grundwasser | groundwater
| elevacion, altitud, altitude du sol, hohenmodell, gelandemodell, gelande, gelandehohe, hohe, hohe uber dem meer, hohenlage, relieve, terreno, altura del terreno, altura | elevation
| volcan, vulcano, vulkan, volcans, vulcao | volcanic
| corrientes oceanicas, courants marins, correntes oceanicas, meeresstromung | ocean currents
| olas, vagues, ondas, wellen | ocean waves
| nieve, neige, neve, schnee | snow
| bosque, foret, floresta, wald | forest
| reanalise, reanalyse, rianalisi | reanalysis
| proyecciones climaticas, projections climatiques, projecoes climaticas, klimaprojektionen | climate projections
| temperatura maxima, temperature maximale, hochsttemperatur, maximaltemperatur, temperatura massima | maximum temperature
| temperatura minima, temperature minimale, tiefsttemperatur, minimaltemperatur | minimum temperature
| carbono oceanico, carbone oceanique, carbone ocean, dioxido de carbono, dioxyde de carbone, kohlendioxid, kohlenstoffsenke, puits de carbone, sumidero de carbono, anidride carbonica | carbon dioxide
| fotosintesis, photosynthese, fotossintese, fotosintesi, fluorescencia, fluoreszenz | photosynthesis
| productividad primaria, productivite primaire, produtividade primaria, primarproduktion, produttivita primaria | gross primary production
| indice de area foliar, indice foliaire, indice de surface foliaire, blattflachenindex, indice di area fogliare | leaf area index
| erupcion volcanica, erupciones volcanicas, eruption volcanique, eruptions volcaniques, vulkanausbruch, vulkanausbruche | volcanic eruption
| paleoclima, paleoclimat, palaoklima, paleoklima, dernier millenaire, ultimo milenio | paleoclimate
| altimetria, altimetrie, altimetrie satellitaire, satellitenaltimetrie | altimetry
| montanas, montagnes, montanhas, gebirge, relief, topografia, topographie, modelo digital de elevacion, modele numerique de terrain | elevation
| inundacion, inundaciones, inondation, inondations, inundacao, hochwasser, alluvione, cuenca, cuencas, bassin versant, bassins versants, bacia hidrografica, einzugsgebiet | river discharge
| almacenamiento de agua, stockage d eau, armazenamento de agua, wasserspeicher | total water storage
| ola de calor, olas de calor, vague de chaleur, canicule, canicules, onda de calor, hitzewelle, hitzewellen, ondata di calore | heatwave
| reanalisis, reanalyses, reanalysen | reanalysis
| aprendizaje automatico, apprentissage automatique, aprendizado de maquina, maschinelles lernen, red neuronal, reseau de neurones, reseaux de neurones | machine learning
| aguas profundas, remolinos, tourbillons, redemoinhos, wirbel, vortici | mesoscale eddies
`;
