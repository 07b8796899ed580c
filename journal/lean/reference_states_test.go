package lean

// refLook is what is known of a dial at the end of a calendar week.
type refLook struct {
	week             int
	counted, changed bool
	enough           bool    // for a reading
	people, even     float64 // probabilities
}

// refRule is what one dial is entered by.
type refRule struct {
	side    float64 // P for a side
	running int     // in how many counted weeks
}

// refStates returns the state after each week and the week in which it was
// entered. Looks begin with the first counted week.
func refStates(looks []refLook, rule refRule) (states []State, since []int) {
	var (
		state, entered   = Insufficient, looks[0].week
		counted, last    = 0, looks[0].week
		sinceChange      = -1 // counted weeks; -1 without a change
		runTech, runPeop int
	)
	for _, l := range looks {
		before := state
		if l.counted {
			counted++
			last = l.week
			if sinceChange >= 0 {
				sinceChange++
			}
		}
		if !l.enough {
			state = Insufficient
		} else if state == Insufficient {
			state = Open
		}

		if l.changed && state != Insufficient {
			state = Open
			runTech, runPeop = 0, 0
			sinceChange = 0
			if l.counted {
				sinceChange = 1
			}
		}

		switch {
		case state == Technical && 1-l.people < .82, state == People && l.people < .82, state == Even && l.even < .60:
			state = Open
		}

		if l.counted {
			runTech++
			runPeop++
			if 1-l.people < rule.side {
				runTech = 0
			}
			if l.people < rule.side {
				runPeop = 0
			}
			if state != Insufficient && counted >= 8 && (sinceChange < 0 || sinceChange >= 4) {
				switch {
				case runTech >= rule.running:
					state = Technical
				case runPeop >= rule.running:
					state = People
				case state == Open && l.even >= .90:
					state = Even
				}
			}
		}

		if state != Insufficient && l.week-last >= 13 {
			state = Open
		}
		if state != before {
			entered = l.week
		}
		states, since = append(states, state), append(since, entered)
	}
	return states, since
}
