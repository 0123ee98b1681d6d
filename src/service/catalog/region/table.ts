/**
 * Where on the globe people ask for data: `name, other name, … | west south east north | kind`, in degrees, a line a place.
 * Boxes hold the place with a margin; a box whose west is east of its east crosses the date line. Oceans as in the
 * Marine Regions gazetteer, land by its outermost points. Extend it here, nothing else needs to change.
 *
 * Kinds: `wide` (continents, oceans) and `country` are offered as a filter; `part` is found, and offered by what it lies in.
 */
export const REGIONS = `
Global, globe, worldwide, world, near global, quasi global | -180 -90 180 90 | wide
# Wide
Arctic, arctic ocean, north pole, pan arctic, polar north, northern high latitude | -180 60 180 90 | wide
Antarctic, antarctica, south pole | -180 -90 180 -60 | wide
Southern Ocean, antarctic circumpolar current | -180 -90 180 -35 | wide
Tropics, tropical, equatorial | -180 -25 180 25 | wide
Northern Hemisphere | -180 0 180 90 | wide
Southern Hemisphere | -180 -90 180 0 | wide
Atlantic, atlantic ocean | -83 -60 20 68 | wide
North Atlantic, subpolar gyre | -83 0 10 68 | wide
South Atlantic | -70 -60 20 0 | wide
Pacific, pacific ocean | 120 -60 -70 66 | wide
North Pacific | 120 0 -100 66 | wide
South Pacific | 145 -60 -70 0 | wide
Indian Ocean | 20 -60 147 30 | wide
Africa, african | -18 -35 52 38 | wide
Asia, asian | 26 -11 180 78 | wide
Europe, european, eu | -25 34 45 72 | wide
North America, north american | -170 14 -52 84 | wide
South America, south american | -82 -56 -34 13 | wide
Central America, mesoamerica | -93 7 -77 19 | wide
Oceania, australasia | 110 -50 180 0 | wide
# Parts of oceans
Tropical Pacific, equatorial pacific, nino3.4, nino 3.4, nino34 | 120 -20 -80 20 | part
Tropical Atlantic, equatorial atlantic | -60 -20 15 20 | part
Mediterranean, mediterranean sea | -6 30 37 46 | part
Black Sea | 27 40 42 47 | part
Baltic Sea, baltic | 9 53 31 66 | part
North Sea | -4 51 9 61 | part
Nordic Seas, norwegian sea, greenland sea, barents sea, kara sea | -25 62 70 82 | part
Labrador Sea, irminger sea | -65 50 -30 66 | part
Gulf Stream | -82 25 -40 45 | part
Sargasso Sea | -70 20 -40 35 | part
Gulf of Mexico, gulf of america, loop current | -98 18 -80 31 | part
Caribbean, caribbean sea, antilles | -89 8 -58 23 | part
Kuroshio, kuroshio extension | 120 20 175 43 | part
California Current | -135 22 -114 48 | part
Humboldt Current, peru chile upwelling | -90 -45 -70 0 | part
Benguela | 5 -35 20 -15 | part
Agulhas | 10 -45 40 -25 | part
Arabian Sea | 50 0 78 26 | part
Bay of Bengal | 78 5 100 24 | part
South China Sea | 100 -3 122 25 | part
East China Sea, yellow sea | 117 24 131 41 | part
Sea of Japan, japan sea | 127 34 143 52 | part
Bering Sea | 162 51 -157 66 | part
Gulf of Alaska | -160 50 -130 61 | part
Coral Sea, great barrier reef, tasman sea | 142 -45 170 -8 | part
Maritime Continent, indonesian seas, warm pool | 90 -15 155 15 | part
Weddell Sea | -62 -79 -10 -60 | part
Ross Sea | 158 -79 -150 -70 | part
Red Sea | 32 12 44 30 | part
Persian Gulf | 47 23 57 31 | part
# Parts of continents
Sahel | -18 10 40 20 | part
Sahara | -17 18 38 33 | part
West Africa, western africa | -18 4 16 20 | part
East Africa, eastern africa, horn of africa | 28 -12 52 18 | part
North Africa, northern africa, maghreb | -18 15 38 38 | part
Southern Africa | 11 -35 41 -15 | part
Congo, congo basin | 12 -13 32 9 | part
Nile, nile basin | 24 -4 40 32 | part
Amazon, amazonia, amazon basin | -80 -20 -45 10 | part
Andes, andean | -80 -56 -62 11 | part
Patagonia | -76 -56 -63 -37 | part
Alps, alpine region | 5 43 17 49 | part
Scandinavia, fennoscandia | 4 54 32 72 | part
Iberia, iberian peninsula | -10 35 4 44 | part
Central Europe | 2 45 26 56 | part
Eastern Europe | 14 43 45 60 | part
Siberia | 60 50 180 78 | part
Central Asia | 46 35 88 56 | part
South Asia, indian subcontinent, ganges, indus | 60 5 98 37 | part
Southeast Asia, mekong | 92 -11 141 29 | part
East Asia | 100 18 146 54 | part
Middle East, levant | 25 12 63 42 | part
Himalaya, himalayas, high mountain asia, karakoram, tibetan plateau, tibet, hindu kush | 66 26 105 42 | part
Contiguous United States, conus, continental united states, lower 48, great plains, midwest | -125 24 -66 50 | part
Western United States, western us, pacific northwest, sierra nevada, rocky mountains, rockies | -125 31 -102 50 | part
California | -125 32 -114 42 | part
Texas | -107 25 -93 37 | part
Florida | -88 24 -79 31 | part
Alaska | -170 51 -130 72 | part
Hawaii | -161 18 -154 23 | part
New York City, new york, nyc, manhattan | -75 40 -73 42 | part
Great Lakes | -93 41 -75 49 | part
Colorado River, colorado | -116 31 -102 43 | part
Mississippi | -114 28 -77 50 | part
Greenland, greenland ice sheet | -74 59 -11 84 | part
Murray Darling, murray darling basin, queensland, new south wales, victoria, sydney, melbourne, tasmania | 138 -44 154 -24 | part
# Countries
Australia, australian | 112 -44 154 -10 | country
Argentina | -74 -56 -53 -21 | country
Bangladesh | 88 20 93 27 | country
Bolivia | -70 -23 -57 -9 | country
Brazil, brazilian | -74 -34 -34 6 | country
Canada, canadian | -141 41 -52 84 | country
Chile | -76 -56 -66 -17 | country
China, chinese | 73 18 135 54 | country
Colombia | -79 -5 -66 13 | country
Ecuador | -82 -5 -75 2 | country
Egypt | 24 22 37 32 | country
Ethiopia | 33 3 48 15 | country
France, french | -5 41 10 51 | country
Germany, german | 5 47 16 55 | country
Ghana | -4 4 2 12 | country
Greece | 19 34 30 42 | country
Iceland | -25 63 -13 67 | country
India, indian | 68 6 98 36 | country
Indonesia | 95 -11 141 6 | country
Iran | 44 25 64 40 | country
Ireland | -11 51 -5 56 | country
Italy | 6 36 19 48 | country
Japan | 122 24 146 46 | country
Kenya | 33 -5 42 5 | country
Korea, south korea | 124 33 132 43 | country
Madagascar | 43 -26 51 -11 | country
Mexico | -118 14 -86 33 | country
Mongolia | 87 41 120 53 | country
Morocco | -14 27 -1 36 | country
Mozambique | 30 -27 41 -10 | country
Nepal | 80 26 89 31 | country
Netherlands, holland | 3 50 8 54 | country
New Zealand | 166 -48 179 -34 | country
Nigeria | 2 4 15 14 | country
Norway | 4 57 32 72 | country
Pakistan | 60 23 78 37 | country
Peru, peruvian, lima | -82 -19 -68 0 | country
Philippines | 116 4 127 21 | country
Poland | 14 49 25 55 | country
Portugal | -10 36 -6 43 | country
Russia, russian | 27 41 180 82 | country
Senegal | -18 12 -11 17 | country
South Africa | 16 -35 33 -22 | country
Spain | -10 35 5 44 | country
Sweden | 10 55 25 70 | country
Switzerland | 5 45 11 48 | country
Taiwan | 119 21 123 26 | country
Tanzania | 29 -12 41 -1 | country
Thailand | 97 5 106 21 | country
Turkey | 25 35 45 43 | country
Ukraine | 22 44 41 53 | country
United Kingdom, uk, britain, england, scotland, wales | -9 49 2 61 | country
United States, usa, america | -125 24 -66 50 | country
Vietnam | 102 8 110 24 | country
Zambia | 21 -18 34 -8 | country
`;
