package chart

// scale places the values from -2 to +2, of energy or of answers, between left
// and right. The middle is always in the middle, so that two charts can be laid
// side by side and a small value looks small.
type scale struct {
	left, right float64
}

// scaleIn returns a scale between the given sides whose marks are whole even at
// its ends.
func scaleIn(left, right float64) scale { return scale{left + inset, right - inset} }

func (s scale) x(value float64) float64 {
	return (s.left+s.right)/2 + min(max(-2, value), 2)/4*(s.right-s.left)
}
