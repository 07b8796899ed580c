package words_test

import "heliotrope/journal"

// lives are one journal a state of the two dials, and the shapes that are easily
// misread.
var lives = []life{
	{name: "nothing logged", title: "Nothing to read yet"},
	{name: "two weeks", title: "2 more weeks until a first reading", stages: []stage{{weeks: 2, splits: around(30), moments: []moment{coding(1), coaching(0)}}}},
	{name: "two weeks without a split", title: "2 more weeks and 8 more moments until a first reading", stages: []stage{{weeks: 2, moments: []moment{coding(1), coaching(0)}}}},
	{name: "five weeks of one moment", title: "7 more moments until a first reading", stages: []stage{{weeks: 5, moments: []moment{coding(1)}}}},
	{name: "six weeks", title: "A first range is here. 2 more weeks before a side can be named", stages: []stage{{weeks: 6, splits: around(20), moments: []moment{coding(1, 2), coaching(0, -1)}}}},

	{name: "same side", title: "You spend more time on technical work, and it gives you more energy", stages: []stage{{weeks: 26, splits: around(20), moments: []moment{coding(1, 2), coding(1, 0), coaching(0, 1)}}}},
	{name: "opposed", title: "You spend more time on people work, but technical work gives you more energy", stages: []stage{{weeks: 26, splits: around(70), moments: []moment{coding(1, 2), coaching(0, 1), coaching(0)}}}},
	{name: "both drain, same side", title: "You spend more time on people work, and it drains you less than technical work", stages: []stage{{weeks: 26, splits: around(70), moments: []moment{coding(-2, -2, -1), coaching(-1), coaching(0, -1)}}}},
	{name: "both drain, opposed", title: "You spend more time on technical work, but people work drains you less", stages: []stage{{weeks: 26, splits: around(20), moments: []moment{coding(-2, -2, -1), coaching(-1), coaching(0, -1)}}}},
	{name: "both drain alike", title: "You spend more time on technical work; technical work and people work drain you about the same", stages: []stage{{weeks: 26, splits: around(20), moments: []moment{coding(-2, -1), coaching(-1, -2)}}}},
	{name: "one gives, one takes, same side", title: "You spend more time on technical work, and it gives you energy while people work takes it", stages: []stage{{weeks: 26, splits: around(20), moments: []moment{coding(2, 1), coaching(-2, -1)}}}},
	{name: "near neutral", title: "You spend more time on technical work, and it leaves you with more energy than people work", stages: []stage{{weeks: 40, splits: around(20), moments: []moment{coding(0, 0, 1, -1), coaching(-2, -1), coaching(-1, -2)}}}},
	{name: "even and alike", title: "You divide your time about evenly; technical work and people work give you about the same energy", stages: []stage{{weeks: 30, splits: around(45), moments: []moment{coding(1, 0), coaching(0, 1), coding(1), coaching(1)}}}},
	{name: "even, energy open", title: "You divide your time about evenly. It isn’t clear whether technical or people work leaves you with more energy", stages: []stage{{weeks: 12, splits: around(45), moments: []moment{coding(2, -1, 1), coaching(-2, 0, 2)}}}},
	{name: "time open, energy on a side", title: "Technical work gives you energy while people work takes it. It isn’t clear which side takes more of your time", stages: []stage{{weeks: 26, splits: []journal.Split{{Technical: 90, People: 10}, {Technical: 20, People: 80}, {Technical: 80, People: 20}, {Technical: 10, People: 90}}, moments: []moment{coding(2, 1), coaching(0, -1)}}}},
	{name: "both open", title: "Neither your time nor your energy points clearly to one side", stages: []stage{{weeks: 14, splits: []journal.Split{{Technical: 90, People: 10}, {Technical: 20, People: 80}, {Technical: 80, People: 20}, {Technical: 10, People: 90}}, moments: []moment{coding(2, -2), coaching(-1, 0, 1)}}}},

	{name: "mostly tech lead work", title: "Tech lead work takes the largest part of your time (80%). Technical work and people work give you about the same energy", stages: []stage{{weeks: 26, splits: []journal.Split{{Technical: 10, Both: 80, People: 10}, {Technical: 15, Both: 80, People: 5}, {Technical: 5, Both: 80, People: 15}}, moments: []moment{leading(1, 2), leading(1), coding(0, 1), coaching(0, 1)}}}},
	{name: "only tech lead moments", title: "Tech lead work takes the largest part of your time (80%). Energy can’t be compared yet: too few technical and people moments (0 and 0 of 6)", stages: []stage{{weeks: 26, splits: []journal.Split{{Technical: 10, Both: 80, People: 10}}, moments: []moment{leading(1, 2), leading(1)}}}},
	{name: "tech lead work gives most", title: "You spend more time on technical work, and it gives you energy while people work takes it", stages: []stage{{weeks: 26, splits: around(20), moments: []moment{leading(2), leading(2, 1), coding(1, 0, 1), coaching(0, -1, 0)}}}},
	{name: "tech lead the largest, beside a side", title: "You spend more time on technical work than on people work, and it gives you energy while people work takes it", stages: []stage{{weeks: 26, splits: []journal.Split{{Technical: 40, Both: 55, People: 5}, {Technical: 45, Both: 45, People: 10}}, moments: []moment{leading(1, 0), coding(1, 2), coaching(0, -1)}}}},

	{name: "no split", title: "Technical work gives you more energy. What you logged is all that is known of your time", stages: []stage{{weeks: 30, moments: []moment{coding(1, 2), coding(1, 0), coaching(0, 1)}}}},
	{name: "no split, people work drains", title: "Technical work gives you energy while people work takes it. What you logged is all that is known of your time", stages: []stage{{weeks: 26, moments: []moment{coding(1), coaching(-2), coaching(-2), coaching(-2), coaching(-2)}}}},
	{name: "a new role", title: "A change at work starts the reading again. 2 more weeks before a side can be named", events: []journal.Event{change(20, journal.RoleEvent, "Tech lead, checkout")}, stages: []stage{
		{weeks: 20, splits: around(20), moments: []moment{coding(1, 2), coaching(0, 1)}},
		{weeks: 2, splits: around(70), moments: []moment{coding(1, 2), coaching(0, 1)}},
	}},
	{name: "a role that moved the time", title: "You spend more time on people work, but technical work gives you more energy", events: []journal.Event{change(20, journal.RoleEvent, "Tech lead, checkout"), change(24, journal.LeaveEvent, "Leave")}, stages: []stage{
		{weeks: 20, splits: around(20), moments: []moment{coding(1, 2), coaching(0, 1)}},
		{weeks: 4, splits: around(70), moments: []moment{coding(1, 2), coaching(0, 1)}},
		{weeks: 3, away: true, splits: around(20)},
		{weeks: 13, splits: around(70), moments: []moment{coding(1, 2), coaching(0, 1)}},
	}},
	{name: "a change that nobody declared", title: "You spend more time on people work; technical work and people work give you about the same energy", answer: -1, stages: []stage{
		{weeks: 20, splits: around(10), moments: []moment{coding(1, 0), coaching(1, 0)}},
		{weeks: 24, splits: around(80), moments: []moment{coding(1, 0), coaching(1, 0)}},
	}},
	{name: "not logged for a long time", title: "No side is named: nothing has been logged since week 36 of 2026", stages: []stage{
		{weeks: 26, splits: around(20), moments: []moment{coding(1, 2), coaching(0, 1)}},
		{weeks: 16, empty: true},
	}},
	{name: "slowly more people work", title: "You spend more time on technical work, and it gives you more energy", stages: []stage{
		{weeks: 13, splits: around(20), moments: []moment{coding(1, 2), coaching(0, 1)}},
		{weeks: 13, splits: around(26), moments: []moment{coding(1, 2), coaching(0, 1)}},
		{weeks: 13, splits: around(32), moments: []moment{coding(1, 2), coaching(0, 1)}},
		{weeks: 13, splits: around(38), moments: []moment{coding(1, 2), coaching(0, 1)}},
	}},
	{name: "chosen otherwise", title: "You spend more time on technical work, and it gives you energy while people work takes it", answer: 1, stages: []stage{{weeks: 40, splits: around(20), moments: []moment{
		coding(2, 1), coding(2, 1),
		{kind: "debugging", track: journal.Technical, energies: []journal.Energy{-2, -1}, hours: 1, chosen: true},
		{kind: "hiring", track: journal.People, energies: []journal.Energy{1, 0}, hours: 1, chosen: true},
		coaching(-2, -1), coaching(-2), coding(1),
	}}}},
	{name: "energy that turned", title: "You divide your time about evenly, and people work gives you more energy", stages: []stage{
		{weeks: 40, splits: around(45), moments: []moment{coding(2, 1), coaching(-1, 0)}},
		{weeks: 30, splits: around(45), moments: []moment{coding(-1, 0), coaching(2, 1)}},
	}},

	{name: "nine tenths people work, all of it draining", title: "You spend more time on people work, but technical work gives you energy while people work takes it", stages: []stage{{weeks: 26, splits: []journal.Split{{Both: 10, People: 90}, {Technical: 10, Both: 10, People: 80}, {Technical: 5, Both: 10, People: 85}},
		moments: []moment{coaching(-2, -2, -1), coaching(-2, -2, -1), coaching(-2, -2, -1), coding(2)}}}},
	{name: "people work always a bit draining", title: "You spend more time on people work, but technical work gives you energy while people work takes it", stages: []stage{{weeks: 26, splits: []journal.Split{{Both: 10, People: 90}, {Technical: 10, Both: 10, People: 80}, {Technical: 5, Both: 10, People: 85}, {Technical: 15, Both: 10, People: 75}},
		moments: []moment{coaching(-1), coaching(-1), coaching(-1), coding(1)}}}},
	{name: "neutral people work beside a little technical", title: "You spend more time on people work, but technical work gives you more energy", stages: []stage{{weeks: 26, splits: []journal.Split{{Both: 10, People: 90}, {Technical: 20, Both: 10, People: 70}, {Technical: 10, Both: 10, People: 80}},
		moments: []moment{coding(2), coaching(0), coaching(0), coaching(0), coaching(0)}}}},
	{name: "both tracks drain, even split", title: "You divide your time about evenly; technical work and people work drain you about the same", stages: []stage{{weeks: 26, splits: []journal.Split{{Technical: 45, Both: 10, People: 45}, {Technical: 50, Both: 10, People: 40}, {Technical: 35, Both: 10, People: 55}, {Technical: 55, Both: 10, People: 35}},
		moments: []moment{coding(-2), coding(-1), coaching(-1), coaching(-2)}}}},
	{name: "only technical moments, energizing", title: "You divide your time about evenly. Energy can’t be compared yet: too few people moments (0 of 6)", stages: []stage{{weeks: 26, splits: []journal.Split{{Technical: 45, Both: 10, People: 45}}, moments: []moment{coding(2), coding(2), coding(1)}}}},
	{name: "only technical moments, draining", title: "You divide your time about evenly. Energy can’t be compared yet: too few people moments (0 of 6)", stages: []stage{{weeks: 26, splits: []journal.Split{{Technical: 45, Both: 10, People: 45}}, moments: []moment{coding(-2), coding(-2), coding(-1)}}}},
	{name: "splits alone for a year", title: "You spend more time on people work. Energy can’t be compared yet: too few technical and people moments (0 and 0 of 6)", stages: []stage{{weeks: 52, splits: []journal.Split{{Technical: 5, Both: 10, People: 85}, {Technical: 10, Both: 10, People: 80}, {Technical: 15, Both: 10, People: 75}}}}},
	{name: "no split, a moment of each", title: "Technical work gives you more energy. What you logged is all that is known of your time", stages: []stage{{weeks: 20, moments: []moment{coding(1), {kind: "coaching", track: journal.People, energies: []journal.Energy{0}, hours: 1}}}}},
	{name: "no split, three more that drain a bit", title: "Technical work gives you energy while people work takes it. What you logged is all that is known of your time", stages: []stage{{weeks: 20, moments: []moment{coding(1), {kind: "coaching", track: journal.People, energies: []journal.Energy{0}, hours: 1}, coaching(-1), coaching(-1), coaching(-1)}}}},
	{name: "people work energizes in a technical job", title: "You spend more time on technical work, but people work gives you energy while technical work takes it", stages: []stage{{weeks: 30, splits: []journal.Split{{Technical: 70, Both: 10, People: 20}, {Technical: 80, Both: 10, People: 10}, {Technical: 75, Both: 10, People: 15}},
		moments: []moment{coding(0), coding(0), coding(-1), coaching(2), coaching(1)}}}},
}
