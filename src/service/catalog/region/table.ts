/**
 * Where on the globe people ask for data: `name, other name, … | west south east north | land`, in degrees, a line a place.
 * Boxes hold the place with a margin; a box whose west is east of its east crosses the date line. Oceans as in the
 * Marine Regions gazetteer, land by its outermost points. Extend it here, nothing else needs to change.
 *
 * `land`, `ocean` or `zone`: the box of an ocean holds land that is none of it, so land lies in land and in zones alone.
 * `offered`: as a filter, also of data of a place within it.
 */
export const REGIONS = `
Global, globe, worldwide, world, near global, quasi global | -180 -90 180 90 | zone offered
# Wide
Arctic, arctic ocean, north pole, pan arctic, polar north, northern high latitude | -180 60 180 90 | zone offered
Antarctic, antarctica, south pole | -180 -90 180 -60 | zone offered
Southern Ocean, antarctic circumpolar current | -180 -90 180 -35 | ocean offered
Tropics, tropical, equatorial | -180 -25 180 25 | zone
Northern Hemisphere | -180 0 180 90 | zone
Southern Hemisphere | -180 -90 180 0 | zone
Atlantic, atlantic ocean | -83 -60 20 68 | ocean offered
North Atlantic, subpolar gyre | -83 0 10 68 | ocean offered
South Atlantic | -70 -60 20 0 | ocean offered
Pacific, pacific ocean | 120 -60 -70 66 | ocean offered
North Pacific | 120 0 -100 66 | ocean offered
South Pacific | 145 -60 -70 0 | ocean offered
Indian Ocean | 20 -60 147 30 | ocean offered
Africa, african | -18 -35 52 38 | land offered
Asia, asian | 26 -11 180 78 | land offered
Europe, european, eu | -25 34 45 72 | land offered
North America, north american | -170 14 -52 84 | land offered
South America, south american | -82 -56 -34 13 | land offered
Central America, mesoamerica | -93 7 -77 19 | land offered
Oceania, australasia | 110 -50 180 0 | land offered
# Parts of oceans
Tropical Pacific, equatorial pacific, nino3.4, nino 3.4, nino34 | 120 -20 -80 20 | ocean
Tropical Atlantic, equatorial atlantic | -60 -20 15 20 | ocean
Mediterranean, mediterranean sea | -6 30 37 46 | ocean
Black Sea | 27 40 42 47 | ocean
Baltic Sea, baltic | 9 53 31 66 | ocean
North Sea | -4 51 9 61 | ocean
Nordic Seas, norwegian sea, greenland sea, barents sea, kara sea | -25 62 70 82 | ocean
Labrador Sea, irminger sea | -65 50 -30 66 | ocean
Gulf Stream | -82 25 -40 45 | ocean
Sargasso Sea | -70 20 -40 35 | ocean
Gulf of Mexico, gulf of america, loop current | -98 18 -80 31 | ocean
Caribbean, caribbean sea, antilles | -89 8 -58 23 | ocean
Kuroshio, kuroshio extension | 120 20 175 43 | ocean
California Current | -135 22 -114 48 | ocean
Humboldt Current, peru chile upwelling | -90 -45 -70 0 | ocean
Benguela | 5 -35 20 -15 | ocean
Agulhas | 10 -45 40 -25 | ocean
Arabian Sea | 50 0 78 26 | ocean
Bay of Bengal | 78 5 100 24 | ocean
South China Sea | 100 -3 122 25 | ocean
East China Sea, yellow sea | 117 24 131 41 | ocean
Sea of Japan, japan sea | 127 34 143 52 | ocean
Bering Sea | 162 51 -157 66 | ocean
Gulf of Alaska | -160 50 -130 61 | ocean
Coral Sea, great barrier reef, tasman sea | 142 -45 170 -8 | ocean
Maritime Continent, indonesian seas, warm pool | 90 -15 155 15 | ocean
Weddell Sea | -62 -79 -10 -60 | ocean
Ross Sea | 158 -79 -150 -70 | ocean
Red Sea | 32 12 44 30 | ocean
Persian Gulf | 47 23 57 31 | ocean
# Parts of continents
Sahel | -18 10 40 20 | land
Sahara | -17 18 38 33 | land
West Africa, western africa | -18 4 16 20 | land
East Africa, eastern africa, horn of africa | 28 -12 52 18 | land
North Africa, northern africa, maghreb | -18 15 38 38 | land
Southern Africa | 11 -35 41 -15 | land
Congo, congo basin | 12 -13 32 9 | land
Nile, nile basin | 24 -4 40 32 | land
Amazon, amazonia, amazon basin | -80 -20 -45 10 | land
Andes, andean | -80 -56 -62 11 | land
Patagonia | -76 -56 -63 -37 | land
Alps, alpine region | 5 43 17 49 | land
Scandinavia, fennoscandia | 4 54 32 72 | land
Iberia, iberian peninsula | -10 35 4 44 | land
Central Europe | 2 45 26 56 | land
Eastern Europe | 14 43 45 60 | land
Siberia | 60 50 180 78 | land
Central Asia | 46 35 88 56 | land
South Asia, indian subcontinent, ganges, indus | 60 5 98 37 | land
Southeast Asia, mekong | 92 -11 141 29 | land
East Asia | 100 18 146 54 | land
Middle East, levant | 25 12 63 42 | land
Himalaya, himalayas, high mountain asia, karakoram, tibetan plateau, tibet, hindu kush | 66 26 105 42 | land
Contiguous United States, conus, continental united states, lower 48, great plains, midwest | -125 24 -66 50 | land
Western United States, western us, pacific northwest, sierra nevada, rocky mountains, rockies | -125 31 -102 50 | land
California | -125 32 -114 42 | land
Texas | -107 25 -93 37 | land
Florida | -88 24 -79 31 | land
Alaska | -170 51 -130 72 | land
Hawaii | -161 18 -154 23 | land
New York City, new york, nyc, manhattan | -75 40 -73 42 | land
Great Lakes | -93 41 -75 49 | land
Colorado River, colorado | -116 31 -102 43 | land
Mississippi | -114 28 -77 50 | land
Greenland, greenland ice sheet | -74 59 -11 84 | land
Murray Darling, murray darling basin, queensland, new south wales, victoria, sydney, melbourne, tasmania | 138 -44 154 -24 | land
# Countries
Australia, australian | 112 -44 154 -10 | land offered
Argentina | -74 -56 -53 -21 | land offered
Bangladesh | 88 20 93 27 | land offered
Bolivia | -70 -23 -57 -9 | land offered
Brazil, brazilian | -74 -34 -34 6 | land offered
Canada, canadian | -141 41 -52 84 | land offered
Chile | -76 -56 -66 -17 | land offered
China, chinese | 73 18 135 54 | land offered
Colombia | -79 -5 -66 13 | land offered
Ecuador | -82 -5 -75 2 | land offered
Egypt | 24 22 37 32 | land offered
Ethiopia | 33 3 48 15 | land offered
France, french | -5 41 10 51 | land offered
Germany, german | 5 47 16 55 | land offered
Ghana | -4 4 2 12 | land offered
Greece | 19 34 30 42 | land offered
Iceland | -25 63 -13 67 | land offered
India, indian | 68 6 98 36 | land offered
Indonesia | 95 -11 141 6 | land offered
Iran | 44 25 64 40 | land offered
Ireland | -11 51 -5 56 | land offered
Italy | 6 36 19 48 | land offered
Japan | 122 24 146 46 | land offered
Kenya | 33 -5 42 5 | land offered
Korea, south korea | 124 33 132 43 | land offered
Madagascar | 43 -26 51 -11 | land offered
Mexico | -118 14 -86 33 | land offered
Mongolia | 87 41 120 53 | land offered
Morocco | -14 27 -1 36 | land offered
Mozambique | 30 -27 41 -10 | land offered
Nepal | 80 26 89 31 | land offered
Netherlands, holland | 3 50 8 54 | land offered
New Zealand | 166 -48 179 -34 | land offered
Nigeria | 2 4 15 14 | land offered
Norway | 4 57 32 72 | land offered
Pakistan | 60 23 78 37 | land offered
Peru, peruvian, lima | -82 -19 -68 0 | land offered
Philippines | 116 4 127 21 | land offered
Poland | 14 49 25 55 | land offered
Portugal | -10 36 -6 43 | land offered
Russia, russian | 27 41 180 82 | land offered
Senegal | -18 12 -11 17 | land offered
South Africa | 16 -35 33 -22 | land offered
Spain | -10 35 5 44 | land offered
Sweden | 10 55 25 70 | land offered
Switzerland | 5 45 11 48 | land offered
Taiwan | 119 21 123 26 | land offered
Tanzania | 29 -12 41 -1 | land offered
Thailand | 97 5 106 21 | land offered
Turkey | 25 35 45 43 | land offered
Ukraine | 22 44 41 53 | land offered
United Kingdom, uk, britain, england, scotland, wales | -9 49 2 61 | land offered
United States, usa, america | -125 24 -66 50 | land offered
Vietnam | 102 8 110 24 | land offered
Zambia | 21 -18 34 -8 | land offered
`;
