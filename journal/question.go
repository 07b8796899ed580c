package journal

// Question is one of the ten dimensions on which the two tracks differ. Its
// value is the id in files; its wording is in package words.
type Question string

// The ten questions. The first five are asked when choosing a track; the other
// five are the ways in which the tracks differ.
const (
	Energizes Question = "energizes" // which problems one would take more of
	Code      Question = "code"      // how much hands-on building one wants
	Ambiguity Question = "ambiguity" // whether messy people situations draw one in
	Decisions Question = "decisions" // which decisions one is proud of
	Scale     Question = "scale"     // how one multiplies one's effect
	Scope     Question = "scope"     // depth in a system or breadth of a team
	Influence Question = "influence" // by proposal or by trust and role
	Problems  Question = "problems"  // root causes in systems or in conversations
	Success   Question = "success"   // something works or someone grew
	Growth    Question = "growth"    // better at the craft or at leading
)

// Questions lists the ten in the order in which they rotate.
var Questions = []Question{
	Energizes, Scope, Code, Influence, Ambiguity, Problems, Decisions, Success, Scale, Growth,
}

// Valid reports whether q is one of the ten.
func (q Question) Valid() bool {
	for _, known := range Questions {
		if q == known {
			return true
		}
	}
	return false
}

// QuestionFor returns the question to ask in week w: one a week, so that each
// comes back every ten weeks whatever was skipped.
func QuestionFor(w Week) Question {
	n := len(Questions)
	return Questions[((w.Index()%n)+n)%n]
}

// Answer is a reply on five points from technical to people.
type Answer struct {
	Question Question
	Value    int // -2 technical … +2 people
}

func (a Answer) validate() error {
	if !a.Question.Valid() {
		return invalid("question", RuleQuestion)
	}
	if a.Value < -2 || a.Value > 2 {
		return invalid("value", RuleAnswer)
	}
	return nil
}
