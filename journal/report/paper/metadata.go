package paper

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// metadata returns the properties of a file in XMP, which programs read that
// sort and search files.
func metadata(p Properties, created time.Time) []byte {
	escaped := func(text string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(strings.Join(strings.Fields(text), " "))) // memory does not fail
		return b.String()
	}
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
	line(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	line(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">`)
	line(`<dc:format>application/pdf</dc:format>`)
	line(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`, escaped(p.Title))
	if p.Author != "" {
		line(`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, escaped(p.Author))
	}
	if p.Subject != "" {
		line(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`, escaped(p.Subject))
	}
	if languageTag.MatchString(p.Language) {
		line(`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>`, p.Language)
	}
	line(`<xmp:CreatorTool>Heliotrope</xmp:CreatorTool>`)
	line(`<xmp:CreateDate>%s</xmp:CreateDate>`, created.UTC().Format(time.RFC3339))
	line(`</rdf:Description></rdf:RDF></x:xmpmeta>`)
	line(`<?xpacket end="r"?>`)
	return []byte(b.String())
}
