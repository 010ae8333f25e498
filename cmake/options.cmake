# Language, warnings, sanitizers and the instruction-set baseline, the same for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(SUMARIO_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined or thread")
option(SUMARIO_FUZZ "Instrument everything for libFuzzer (needs clang)" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_compile_options(-Wall -Wextra -Werror -Wshadow $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor> $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_compile_options(-Wno-deprecated-declarations)  # std::stable_sort of libstdc++ 12 uses what it deprecates itself
endif()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  add_compile_options(-march=x86-64-v2)
endif()
if(SUMARIO_SANITIZE)
  add_compile_options(-fsanitize=${SUMARIO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SUMARIO_SANITIZE})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)  # reads past a vector's end that stay within its capacity
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized)  # g++ 12 sees ghosts in instrumented code
  endif()
endif()
if(SUMARIO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
