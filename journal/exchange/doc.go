// Package exchange writes and reads the exchange file: one JSON file with
// everything a journal contains, for leaving, for scripts, and for moving from one
// machine to another.
//
// # The format, version 1
//
// The file is one JSON object in UTF-8:
//
//	{
//	  "format": "heliotrope-journal", "version": 1, "id": "…", "exported": "2026-11-23T07:00:00Z",
//	  "kinds": [
//	    {"id": "on-call-handover", "name": "On-call handover", "track": "people"}
//	  ],
//	  "events": [
//	    {"id": "…", "week": "2026-W18", "kind": "role", "title": "Tech lead, payments",
//	     "role": "tech-lead", "companySize": "51-250"}
//	  ],
//	  "briefs": [
//	    {"try": "A Staff role that leads one project at a time",
//	     "gave": [{"week": "2026-W47", "id": "…"}], "took": []}
//	  ],
//	  "dismissed": [{"id": "…"}],
//	  "entries": [
//	    {"week": "2026-W47", "split": {"technical": 40, "both": 12, "people": 48},
//	     "evidence": {"technical": 12.5, "both": 3, "people": 17},
//	     "diary": [{"day": 1, "technical": 4, "both": 0, "people": 3.5}],
//	     "moments": [
//	       {"id": "…", "text": "Found the lock-order inversion", "kind": "debugging",
//	        "track": "technical", "energy": 2, "hours": 6, "tags": ["checkout"],
//	        "chosen": true, "logged": "2026-11-20T16:10:00+01:00", "source": "…"}
//	     ],
//	     "answers": [{"question": "scale", "value": 1}],
//	     "prompt": "…", "reflection": "…", "updated": "2026-11-20T16:12:00+01:00"}
//	  ]
//	}
//
// Required are format, version and id of the file, id and track of a kind; id,
// week and kind of an event; week of an entry; id, text, kind and energy of a
// moment; question and value of an answer; day of a day in a diary; id of what is
// dismissed; week and id of a moment in a brief. Any other field may be left out and
// is then empty, save that a moment without a track has that of its kind. The
// built-in kinds planning and stakeholders have the track people there, as when
// version 1 was defined. Empty fields are not written. A moment without hours is
// one for which they were not given; hours of 0 are refused.
// A split left out or null was not asked; null is accepted nowhere else. A week off
// has the reason in "away": one of [journal.AwayReasons], [journal.OnCall] in files of
// earlier versions, or any other text, which is shown as it is. The
// kinds listed are the user's own and the built-in ones that the user changed. One
// that is "hidden" is no longer offered.
//
// There is at most one brief: what the user would like to try, and the moments to
// show that gave energy and that took it. A list of moments that is left out was
// not chosen; an empty one was chosen to be empty. A moment in it need not be there.
// Files of earlier versions have no briefs.
//
// The hours by track in "evidence" are what calendars and repositories showed of a
// week, more than 0 in sum. Those in "diary" are what the user wrote of a day, from 1,
// Monday, to 7, Sunday, at most 24; the days are in their order, and one without hours
// was not worked. A "source", and an id in "dismissed", is a hash that says nothing to
// anyone who has not what it was made from. Files of earlier versions have none of
// these.
//
// Weeks are ISO-8601 weeks and times are RFC 3339 with their offset. The
// Validate methods of package journal check what a field may contain, and "\r\n"
// in text is read as "\n". A file has at most [MaxSize] bytes, which is more than
// any journal takes, nested at most [MaxDepth] deep. One of more than 32 MB names
// its format in the first.
//
// # Rules
//
// Reading is all or nothing and strict. What [Read] accepts is complete, valid
// and means one thing; the rest is refused with an [*Error] that names the place.
// Unknown and repeated names, names in other capital letters, values of another
// type and text that is not Unicode are refused rather than guessed at, since a
// guess would lose or change what somebody wrote.
//
// Writing is deterministic: the same contents and time give the same bytes.
// [Write] refuses what Read would refuse, so every file it writes can be read.
//
// # Compatibility
//
// A file of version 1 opens in every later version of the program. A change
// that version 1 cannot represent makes a version 2; a program that is older than a
// file returns [journal.ErrNewerFormat] and reads nothing from it.
package exchange
