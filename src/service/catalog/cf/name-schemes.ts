/**
 * The short names of variables as the makers of a product write them, `product | name name …`; nobody else calls them all
 * like this. Who types "uas" or "mx2t" may want any wind or temperature, and most of all data in which it is called so.
 *
 * From the CMIP6 data request (https://clipc-services.ceda.ac.uk/dreq), ECMWF's parameter database
 * (https://codes.ecmwf.int/grib/param-db), the output fields of CESM, NEMO and MITgcm, and E-OBS.
 */
export const NAME_SCHEMES = `
cmip6 | tas tasmax tasmin pr prc prsn ps psl ts uas vas sfcwind huss hurs rsds rsus rlds rlus rsdt rsut rlut rsutcs rlutcs rsdscs hfls hfss evspsbl tauu tauv clt clivi clwvi prw ta ua va zg hus hur wap cl cli clw tro3 o3 od550aer sci ci mc co2 co2mass sbl tos tossq thetao bigthetao so sos zos zossga zostoga uo vo wo umo vmo wmo mlotst mlotstmax msftmz msftyz msftmrho hfbasin hfds hfx hfy masso volo tob sob tauuo tauvo wfo ficeberg friver siconc sithick sivol simass siu siv sitemptop snd snw snc snm mrso mrsos mrro mrros mrsol mrlsl tsl gpp npp nbp nep ra rh lai cveg csoil clitter cland fgco2 spco2 dpco2 dissic talk ph o2 no3 po4 si dfe chl chlos phyc phycos zooc intpp expc epc100 areacella areacello sftlf sftof orog deptho basin volcello thkcello evs
era5 | t2m d2m u10 v10 u10n v10n u100 v100 10u 10v 100u 100v 2t 2d msl sp sst skt tp cp lsp sf sd e pev ro sro ssro slhf sshf ssr ssrd str strd tsr ttr tisr fdir swvl1 swvl2 swvl3 swvl4 stl1 stl2 stl3 stl4 blh cape cin tcc lcc mcc hcc tcwv tcw tclw tciw tcrw mx2t mn2t i10fg fg10 10fg mxtpr mntpr z t u v w q r d vo pv o3 cc clwc ciwc crwc cswc iews inss ewss nsss lai_hv lai_lv fal asn rsn siconc istl1 swh mwp mwd pp1d wind dwi lsm slt sdor anor isor mtpr mer msr mslhf msshf msnswrf msnlwrf mtnswrf mtnlwrf viwve viwvn vimd kx totalx deg0l licd
cesm | trefht trefhtmn trefhtmx precc precl prect precsc precsl psl ps u10 ubot vbot tbot qbot lhflx shflx flut flnt fsnt fsnto flns fsns flds fsds fsdsc taux tauy cldtot cldlow cldmed cldhgh tmq tgcldlwp tgcldiwp omega z3 cloud phis qrefht icefrac ocnfrac landfrac snowhlnd ts
e-obs | tg tn tx rr pp hu fg qq
enatl60 | votemper vosaline vozocrtx vomecrty vovecrtz sossheig sosstsst sosaline somxl010 somxlr010 sowaflup sohefldo soshfldo sozotaux sometauy sozocrtx somecrty sosssal sossh
llc4320 | theta salt eta kpphbl oceqnet ocetaux ocetauy ocefwflx oceqsw phibot phihyd siarea siheff
`;
