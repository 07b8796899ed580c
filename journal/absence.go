package journal

// AwayReasons are the reasons for a week off that are offered, in the order in which
// they are. A file may contain any other.
var AwayReasons = []string{"leave", "sick", "parental", "between-jobs", "other"}

// OnCall is a reason that is no longer offered: being on call is work. A week that
// has it is one away until the user changes it.
const OnCall = "on-call"
