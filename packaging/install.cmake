# `cmake --install BUILD --prefix PREFIX`: programs, what they show, the units of a machine for the kiosk
# alone, the desk's entry in menus, man pages.
include(GNUInstallDirs)
set(shared ${CMAKE_INSTALL_DATADIR}/candor)

install(TARGETS candor-kiosk candor-courier candor-desk candor_ctl_main RUNTIME)
install(TARGETS candor-decode RUNTIME DESTINATION libexec/candor)
foreach(folder art desk-strings finding-names icons keyboards languages new-kiosk new-language strings)
  install(DIRECTORY assets/${folder} DESTINATION ${shared}/assets)
endforeach()
file(GLOB packs CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/content content/*/pack.yaml)
foreach(file ${packs})
  get_filename_component(pack ${file} DIRECTORY)
  install(DIRECTORY content/${pack} DESTINATION ${shared}/content)
endforeach()
install(FILES packaging/fleet/schema.sql packaging/fleet/restrict.sql packaging/fleet/policies.sql DESTINATION ${shared}/fleet)
install(DIRECTORY packaging/fleet/migrations DESTINATION ${shared}/fleet)

install(FILES packaging/desktop/candor-desk.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/desktop/local.candor.desk.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/desktop/candor-desk.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

# Units name the programs where they are installed, which `--prefix` may say only then.
set(units candor-kiosk.service candor-courier.service candor-display.service candor-stick@.service candor-stick@.path)
install(CODE "
  set(CANDOR_BIN \${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR})
  set(CANDOR_SHARE \${CMAKE_INSTALL_PREFIX}/${shared})
  foreach(unit ${units} x.conf)
    configure_file(\"${CMAKE_SOURCE_DIR}/packaging/service/\${unit}\" \"${CMAKE_BINARY_DIR}/service/\${unit}\" @ONLY)
  endforeach()")
install(FILES packaging/service/xorg.conf ${CMAKE_BINARY_DIR}/service/x.conf DESTINATION ${shared})
install(FILES packaging/service/sysctl.conf DESTINATION lib/sysctl.d RENAME 60-candor-kiosk.conf)
install(FILES packaging/service/logind.conf DESTINATION lib/systemd/logind.conf.d RENAME 60-candor-kiosk.conf)
option(CANDOR_SYSTEM_FILES "Install units, the kiosk's user and the rule for sticks (Debian's helpers do it themselves)" ON)
if(CANDOR_SYSTEM_FILES)
  list(TRANSFORM units PREPEND ${CMAKE_BINARY_DIR}/service/)
  install(FILES ${units} DESTINATION lib/systemd/system)
  install(FILES packaging/service/sysusers.conf DESTINATION lib/sysusers.d RENAME candor-kiosk.conf)
  install(FILES packaging/service/tmpfiles.conf DESTINATION lib/tmpfiles.d RENAME candor-kiosk.conf)
  install(FILES packaging/service/sticks.rules DESTINATION lib/udev/rules.d RENAME 90-candor-sticks.rules)
endif()

# Man pages are made of what the programs say of themselves, so they are always in step. A developer
# needs none of them at each build.
if(NOT CANDOR_TESTING)
  set(pages "")
  foreach(target candor-kiosk candor-courier candor-desk candor_ctl_main)
    set(name ${target})
    if(target STREQUAL candor_ctl_main)
      set(name candor)
    endif()
    set(page ${CMAKE_BINARY_DIR}/man/${name}.1)
    add_custom_command(OUTPUT ${page}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/man
      COMMAND ${CMAKE_SOURCE_DIR}/packaging/man_page.sh $<TARGET_FILE:${target}> ${page}
      DEPENDS ${target} packaging/man_page.sh VERBATIM)
    list(APPEND pages ${page})
  endforeach()
  add_custom_target(man_pages ALL DEPENDS ${pages})
  install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
