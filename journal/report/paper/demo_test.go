package paper_test

import (
	"fmt"
	"math"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/report/paper"
	"heliotrope/journal/words"
)

var start = week("2026-W23")

func week(text string) journal.Week {
	w, err := journal.ParseWeek(text)
	if err != nil {
		panic(err)
	}
	return w
}

// properties are in French, so that accents and no-break spaces are everywhere.
var properties = paper.Properties{
	Title: "Votre temps penche technique, votre énergie penche équipe", Language: "fr",
	Author: "Zoë Müller", Created: time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC),
}

// result returns the result of a journal of so many weeks.
func result(weeks int) lean.Result {
	span := lean.Span{From: start, To: start.Add(weeks - 1)}
	r := lean.Result{Span: span, WeeksLogged: weeks, Moments: 4 * weeks}
	for i := range weeks {
		mid, noise := 0.35*math.Cos(float64(i)/9), float64(i*7919%23)/11-1
		level := lean.Level{Week: start.Add(i), Mid: mid, Low50: mid - 0.09, High50: mid + 0.09, Low90: mid - 0.22, High90: mid + 0.22}
		r.Time.Levels, r.Energy.Levels = append(r.Time.Levels, level), append(r.Energy.Levels, level)
		week := lean.Week{
			Week: start.Add(i), Observed: i%9 != 7, Time: min(max(-1, mid+0.4*noise), 1), Noise: 1 + float64(i%4)/2, Moments: 4,
		}
		week.Energy.Technical, week.Energy.People = lean.Tally{N: 2, Sum: i % 3}, lean.Tally{N: 2, Sum: i % 2}
		r.Weeks = append(r.Weeks, week)
	}
	for _, d := range []*lean.Dial{&r.Time.Dial, &r.Energy.Dial} {
		d.State, d.Since, d.Spells = lean.Technical, start, []lean.Spell{{Span: span, State: lean.Technical}}
	}
	return r
}

// figure is a chart of the dials of so many weeks.
func figure(title string, weeks int, wide bool) paper.Figure {
	events := []journal.Event{{ID: "e", Week: start.Add(weeks / 3), Kind: journal.RoleEvent, Title: "Devenue tech lead, מעבר צוות 3"}}
	c := chart.Charts(chart.Input{Result: result(weeks), Events: events, Words: words.In(words.French)})[0]
	return paper.Figure{
		Title: title, Wide: wide,
		Caption: "Chaque marque est une semaine ; la ligne montre où en sont temps et énergie, l’ombre claire où c’est très probable.",
		Height:  c.Height, Draw: c.Draw,
	}
}

// weekTable has a row a week, the first a row of cells that span.
func weekTable(weeks int) paper.Table {
	t := paper.Table{Columns: []paper.Column{
		{Title: "Semaine"}, {Title: "Temps"}, {Title: "Énergie"}, {Title: "Penchant"},
		{Title: "Fourchette à 90 %"}, {Title: "Moments", Align: chart.End}, {Title: "Heures", Align: chart.End},
	}}
	for i := range weeks {
		name := paper.Cell{Text: start.Add(i).String(), Bold: true}
		if i%9 == 7 {
			t.Rows = append(t.Rows, []paper.Cell{name, {Text: "pas notée", Role: chart.Muted, Span: 6}})
			continue
		}
		side, role := "technique", chart.Technical
		if i%3 == 0 {
			side, role = "équipe", chart.People
		}
		t.Rows = append(t.Rows, []paper.Cell{
			name, {Text: fmt.Sprintf("0,%02d %s", i%100, side), Role: role}, {Text: "0,12 équipe", Role: chart.People},
			{Text: fmt.Sprintf("0,%02d %s", (i*7)%100, side), Role: role},
			{Text: "−0,31 à 0,12", Role: chart.Muted}, {Text: fmt.Sprint(3 + i%4)}, {Text: fmt.Sprintf("%d,5 h", 30+i%9)},
		})
	}
	return t
}

// trackTable has pictures in its cells.
func trackTable() paper.Table {
	t := paper.Table{Columns: []paper.Column{{Title: "Travail"}, {Title: "Part du temps"}, {Title: "Énergie moyenne"}}}
	for i, row := range []struct {
		name  string
		track journal.Track
		role  chart.Role
	}{{"Technique", journal.Technical, chart.Technical}, {"Équipe", journal.People, chart.People}, {"Les deux", journal.Both, chart.Ink}} {
		share, energy := 0.55-0.2*float64(i), 1.1-0.8*float64(i)
		t.Rows = append(t.Rows, []paper.Cell{
			{Text: row.name, Role: row.role, Bold: true},
			{Text: fmt.Sprintf("%.0f %%", 100*share), Picture: func(width, height float64) chart.Scene {
				return chart.ShareBar(share, row.track, width, height)
			}},
			{Text: fmt.Sprintf("%+.1f", energy), Picture: func(width, height float64) chart.Scene {
				return chart.Strip{Mean: energy, Weight: 0.5, Track: row.track}.Scene(width, height)
			}},
		})
	}
	return t
}

// demo is a report of so many weeks with everything in it.
func demo(weeks int) paper.Document {
	quotes := paper.Quotes{
		{Text: "Trouvé l’inversion de verrous derrière les lenteurs du paiement", Note: "semaine 24 · débogage · 6 h · très énergisant", Shape: chart.Circle, Role: chart.Technical},
		{Text: strings.Repeat("Accompagné Inès pendant sa première revue de conception, et le sujet a enfin avancé. ", 6), Note: "semaine 31 · mentorat · 2 h · un peu énergisant", Shape: chart.Diamond, Role: chart.People},
		{Text: "Fêté la mise en production 🎉 avec 👩‍👩‍👧‍👦, ❤️ et 🇫🇷", Note: "semaine 40 · travail en binôme · 1 h", Shape: chart.Square, Role: chart.Balance},
	}
	prose := "On ne devine pas bien ce qu’on aimera. Noter des moments concrets, semaine après semaine, mesure la chose elle-même : " +
		"chaque semaine donne un penchant entre −1 et +1, pondéré par l’énergie, et la ligne suit ces semaines sans en croire aucune seule. "
	return paper.Document{Properties: properties, Blocks: []paper.Block{
		paper.Paragraph{Style: paper.Note, Text: paper.Plain("Rapport de tendance · écrit le 23 novembre 2026")},
		paper.Heading{Level: 1, Text: []paper.Run{
			{Text: "Votre temps penche "}, {Text: "technique", Role: chart.Technical}, {Text: ", votre énergie penche "}, {Text: "équipe", Role: chart.People},
		}},
		paper.Paragraph{Style: paper.Lead, Text: []paper.Run{
			{Text: "Les trois quarts de vos heures sont allés au travail technique"}, {Text: ", et c’est le travail d’équipe qui vous a "},
			{Text: "donné le plus d’énergie", Bold: true}, {Text: "."},
		}},
		paper.Paragraph{Style: paper.Note, Text: paper.Plain("Assez sûr : 96 % de chances que ce penchant soit réel.")},
		paper.Terms{
			{Name: "Période", Value: "1 juin 2026 – 22 novembre 2026"}, {Name: "Semaines", Value: "40 notées sur 52"},
			{Name: "Moments", Value: "187, soit 612 h"}, {Name: "Rôle", Value: "Tech lead depuis le 27 avril 2026"},
		},
		figure("Votre penchant est passé de technique à équilibré", weeks, true),
		paper.Heading{Level: 2, Text: paper.Plain("Où va le temps, où va l’énergie")},
		trackTable(),
		figure("Le temps et l’énergie se rapprochent", min(weeks, 20), false),
		figure("L’année a eu deux moitiés très différentes, et un titre long le dit", min(weeks, 12), false),
		paper.Heading{Level: 2, Text: paper.Plain("Ce qui vous a donné de l’énergie")},
		paper.Paragraph{Style: paper.Note, Text: paper.Plain("Dans vos propres mots.")},
		quotes,
		paper.Heading{Level: 2, Text: paper.Plain("Comment c’est calculé")},
		paper.Heading{Level: 3, Text: paper.Plain("Ce que vous notez")},
		paper.Paragraph{Text: paper.Plain(strings.Repeat(prose, 2))},
		paper.Heading{Level: 3, Text: paper.Plain("Ce qu’une semaine vaut")},
		paper.Paragraph{Text: paper.Plain(strings.Repeat(prose, 3))},
		paper.Heading{Level: 2, Text: paper.Plain("Toutes les semaines")},
		weekTable(weeks),
	}}
}
