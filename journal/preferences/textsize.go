package preferences

// The sizes of text, in percent of the usual one.
const (
	MinText  = 100
	MaxText  = 200
	TextStep = 10
)

// olderSizes are the sizes that older versions stored by their index.
var olderSizes = [...]int{100, 120, 145}

// TextPercent returns the size of text in percent of the usual one, from [MinText]
// to [MaxText]. The field has that number, or one of 0 to 2, as older versions
// wrote it for 100, 120 and 145 percent.
func (p *Preferences) TextPercent() int {
	if p.TextSize >= 0 && p.TextSize < len(olderSizes) {
		return olderSizes[p.TextSize]
	}
	return min(max(p.TextSize, MinText), MaxText)
}

// EnlargeText makes the text larger by a step.
func (p *Preferences) EnlargeText() {
	p.TextSize = min((p.TextPercent()/TextStep+1)*TextStep, MaxText)
}

// ReduceText makes the text smaller by a step.
func (p *Preferences) ReduceText() {
	p.TextSize = max((p.TextPercent()-1)/TextStep*TextStep, MinText)
}

// ResetText makes the text as large as usual.
func (p *Preferences) ResetText() { p.TextSize = MinText }
