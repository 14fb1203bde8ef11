# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Run with -P: makes `file` anew by `command`, a list, and shows what that says only when it fails. lupdate warns of
# every class that translates without Q_OBJECT, whatever is asked of it.
file(REMOVE ${file})
execute_process(COMMAND ${command} OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${said}")
endif()
