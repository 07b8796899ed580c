package calendar

import _ "time/tzdata" // the tests need the zones, whatever the computer has
