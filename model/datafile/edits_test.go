package datafile

// syntaxEdits make the file no JSON: of each only that one fault is told.
var syntaxEdits = []edit{
	{
		name: `comma before a bracket`,
		old:  `"name": "Ceasefire"}]`, new: `"name": "Ceasefire"},]`,
		want: `45:54: error: $.topics: there is a comma before a closing bracket; take it out`,
	},
	{
		name: `comma before a brace`,
		old:  "\"index\": 1,\n", new: "\"index\": 1,\n      },\n{",
		want: `16:91: error: $.rounds[0]: there is a comma before a closing bracket; take it out`,
	},
	{
		name: `two commas`,
		old:  `"status": "held",`, new: `"status": "held",,`,
		want: `16:63: error: $.rounds[0]: there is a comma with nothing before it; take it out, or write what is missing`,
	},
	{
		name: `no comma between members`,
		old:  `"language": "en",`, new: `"language": "en"`,
		want: `9:3: error: $: a comma is missing before this; put one between two values`,
	},
	{
		name: `no comma between objects`,
		old:  `"name": "Norland"}, {`, new: `"name": "Norland"} {`,
		want: `10:48: error: $.sides: a comma is missing before this; put one between two values`,
	},
	{
		name: `no colon`,
		old:  `"index": 1`, new: `"index" 1`,
		want: `16:89: error: $.rounds[0].index: a colon is missing before this; write a member as "name": value`,
	},
	{
		name: `no value`,
		old:  `"index": 1`, new: `"index":`,
		want: `16:89: error: $.rounds[0].index: the member has no value; write one after the colon, or take the member out`,
	},
	{
		name: `no quotes around a name`,
		old:  `"index": 1`, new: `index: 1`,
		want: `16:81: error: $.rounds[0]: the name of a member is missing here; write it in quotation marks, as in "name": value`,
	},
	{
		name: `single quotes`,
		old:  `"status": "held"`, new: `"status": 'held'`,
		want: `16:56: error: $.rounds[0].status: "'" is no quotation mark of JSON; write "`,
	},
	{
		name: `quotes of a word processor`,
		old:  `"status": "held"`, new: `"status": “held”`,
		want: `16:56: error: $.rounds[0].status: "“" is no quotation mark of JSON; write "`,
	},
	{
		name: `a comment`,
		old:  `"rounds": [`, new: `"rounds": [ // held in May`,
		want: `14:15: error: $.rounds[0]: JSON knows no comments; put the remark in a member "$comment"`,
	},
	{
		name: `a string without an end`,
		old:  `"2026-01-31"},`, new: `"2026-01-31},`,
		want: `9:89: error: $.coverage.compiled: a string does not go over the end of a line; close it here, or write the line break as \n`,
	},
	{
		name: `a line break in a string`,
		old:  `"Done in a day."`, new: "\"Done in\na day.\"",
		want: `27:37: error: $.pledges[0].follow_up.text: a string does not go over the end of a line; close it here, or write the line break as \n`,
	},
	{
		name: `a tabulator in a string`,
		old:  `"Done in a day."`, new: `"Done in	a day."`,
		want: `27:37: error: $.pledges[0].follow_up.text: the control character U+0009 stands in a string; take it out, or write it as \u0009`,
	},
	{
		name: `an escape that is none`,
		old:  `"Done in a day."`, new: `"Done in \a day."`,
		want: `27:38: error: $.pledges[0].follow_up.text: \a is no escape; write \\ for a backslash, and \u with four hexadecimal digits for a character by number`,
	},
	{
		name: `an escape that is none, after a quotation mark`,
		old:  `"Done in a day."`, new: `"Done in \"a\" \day."`,
		want: `27:44: error: $.pledges[0].follow_up.text: \d is no escape; write \\ for a backslash, and \u with four hexadecimal digits for a character by number`,
	},
	{
		name: `an escape outside of a string`,
		old:  `"index": 1`, new: `"index": \n1`,
		want: `16:90: error: $.rounds[0].index: "\\" cannot stand here; take it out, or write a value`,
	},
	{
		name: `an escape cut short`,
		old:  `"Done in a day."`, new: `"Done \u12 in a day."`,
		want: `27:35: error: $.pledges[0].follow_up.text: \u is no escape; write \\ for a backslash, and \u with four hexadecimal digits for a character by number`,
	},
	{
		name: `NaN`,
		old:  `"value": 1000`, new: `"value": NaN`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: NaN is no value of JSON; write a string in quotation marks, a number, true or false`,
	},
	{
		name: `True`,
		old:  `"addressed": true`, new: `"addressed": True`,
		want: `54:34: error: $.comparisons[0].stances.paper-n.addressed: True is no value of JSON; write a string in quotation marks, a number, true or false`,
	},
	{
		name: `a word cut short`,
		old:  `"addressed": true`, new: `"addressed": tru`,
		want: `54:34: error: $.comparisons[0].stances.paper-n.addressed: tru is no value of JSON; write a string in quotation marks, a number, true or false`,
	},
	{
		name: `a plus sign`,
		old:  `"value": 1000`, new: `"value": +1000`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: +1000 is no number of JSON; write it in digits, without a zero, a plus or a space before them`,
	},
	{
		name: `a leading zero`,
		old:  `"value": 1000`, new: `"value": 01000`,
		want: `24:40: error: $.pledges[0].to.north.claims[0]: 01000 is no number of JSON; write it in digits, without a zero, a plus or a space before them`,
	},
	{
		name: `a point without digits`,
		old:  `"value": 1000`, new: `"value": 1000.`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: 1000. is no number of JSON; write it in digits, without a zero, a plus or a space before them`,
	},
	{
		name: `a hexadecimal number`,
		old:  `"value": 1000`, new: `"value": 0x3e8`,
		want: `24:40: error: $.pledges[0].to.north.claims[0]: 0x3e8 is no number of JSON; write it in digits, without a zero, a plus or a space before them`,
	},
	{
		name: `a character of no meaning`,
		old:  `"index": 1`, new: `"index": @`,
		want: `16:90: error: $.rounds[0].index: "@" cannot stand here; take it out, or write a value`,
	},
	{
		name: `the wrong bracket`,
		old:  `"sources": ["agency"]}]`, new: `"sources": ["agency"}]`,
		want: `17:62: error: $.rounds[0].agenda[0].sources: this } closes what was opened with another bracket; mend one of the two`,
	},
	{
		name: `a brace too many`,
		old:  "/may\"}\n  ]\n}", new: "/may\"}\n  ]\n}\n}",
		want: `63:1: error: $: something follows the end of the dataset; a file holds one dataset, so take out what follows its last }`,
	},
	{
		name: `two datasets`,
		old:  "/may\"}\n  ]\n}", new: "/may\"}\n  ]\n} {}",
		want: `62:3: error: $: something follows the end of the dataset; a file holds one dataset, so take out what follows its last }`,
	},
	{
		name: `a brace too few`,
		old:  "/may\"}\n  ]\n}", new: "/may\"}\n  ]\n",
		want: `63:1: error: $: the file ends before the dataset does; add what was cut off, or the closing brackets`,
	},
	{
		name: `faults of shape before it are not told`,
		old:  `"status": "held", "place": "city",`, new: `"status": "hold", "place": "city",,`,
		want: `16:80: error: $.rounds[0]: there is a comma with nothing before it; take it out, or write what is missing`,
	},
}

// shapeEdits leave it JSON, but not of the format: all their faults are told.
var shapeEdits = []edit{
	{
		name: `a misspelt member`,
		old:  `"status": "held"`, new: `"statis": "held"`,
		want: `16:46: error: $.rounds[0].statis: there is no member "statis" here; did you mean "status"?`,
	},
	{
		name: `a member in another case`,
		old:  `"part_of"`, new: `"partOf"`,
		want: `32:7: error: $.pledges[1].partOf: there is no member "partOf" here; did you mean "part_of"?`,
	},
	{
		name: `a member that is none`,
		old:  `"index": 1`, new: `"weather": "fine"`,
		want: `16:81: error: $.rounds[0].weather: there is no member "weather" here; take it out, or begin it with "x-"`,
	},
	{
		name: `a missing member`,
		old:  `"date": "2025-05-16", `, new: ``,
		want: `15:5: error: $.rounds[0]: the member "date" is missing; add it: a date in quotes`,
	},
	{
		name: `a member that is there twice`,
		old:  `"index": 1`, new: `"index": 1, "index": 1`,
		want:  `16:93: error: $.rounds[0].index: the member "index" is there twice; keep one`,
		blind: `JSON Schema does not see how a file is written`,
	},
	{
		name: `a string for a number`,
		old:  `"value": 1000`, new: `"value": "1000"`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: this is a string; write the number without quotes`,
	},
	{
		name: `a number for a string`,
		old:  `"id": "may"`, new: `"id": 23`,
		want: `37:13: error: $.exchanges[0].id: this is a number; write a string`,
	},
	{
		name: `an object for a list`,
		old:  `"agenda": [{"text": "An exchange", "sources": ["agency"]}]`, new: `"agenda": {"text": "An exchange", "sources": ["agency"]}`,
		want: `17:17: error: $.rounds[0].agenda: this is an object; write a list: [ ... ]`,
	},
	{
		name: `a list for an object`,
		old:  `"coverage": {"from": "2025-05", "found_until": "2025-06-20", "compiled": "2026-01-31"}`, new: `"coverage": ["2025-05"]`,
		want: `9:15: error: $.coverage: this is a list; write an object`,
	},
	{
		name: `a string for a list`,
		old:  `"sources": ["agency"]}]`, new: `"sources": "agency"}]`,
		want: `17:53: error: $.rounds[0].agenda[0].sources: this is a string; write a list: [ ... ]`,
	},
	{
		name: `a string for a truth value`,
		old:  `"addressed": true`, new: `"addressed": "yes"`,
		want: `54:34: error: $.comparisons[0].stances.paper-n.addressed: this is a string; write true or false`,
	},
	{
		name: `null`,
		old:  `"index": 1`, new: `"index": null`,
		want: `16:90: error: $.rounds[0].index: null says nothing here; leave it out, or write a number`,
	},
	{
		name: `null in a list`,
		old:  `"by": ["north"]`, new: `"by": ["north", null]`,
		want: `41:55: error: $.exchanges[0].ties[0].by[1]: null says nothing here; leave it out, or write a string`,
	},
	{
		name: `a fraction`,
		old:  `"value": 1000`, new: `"value": 1000.5`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: 1000.5 is not written as a whole number; write it without point and exponent`,
	},
	{
		name: `a whole number with a point`,
		old:  `"value": 1000`, new: `"value": 1000.0`,
		want:  `24:40: error: $.pledges[0].to.north.claims[0].value: 1000.0 is not written as a whole number; write it without point and exponent`,
		blind: `to JSON Schema 1000.0 is a whole number`,
	},
	{
		name: `a whole number with an exponent`,
		old:  `"value": 1000`, new: `"value": 1e3`,
		want:  `24:40: error: $.pledges[0].to.north.claims[0].value: 1e3 is not written as a whole number; write it without point and exponent`,
		blind: `to JSON Schema 1e3 is a whole number`,
	},
	{
		name: `a number that no machine holds`,
		old:  `"value": 1000`, new: `"value": 100000000000000000000`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: 100000000000000000000 is too large a number; mend it`,
	},
	{
		name: `a date that is none`,
		old:  `"date": "2025-05-23"`, new: `"date": "23 May 2025"`,
		want: `37:28: error: $.exchanges[0].date: "23 May 2025" is no date; write it as 2025-06-02, 2025-06 or 2025`,
	},
	{
		name: `a month that is none`,
		old:  `"date": "2025-05-23"`, new: `"date": "2025-13"`,
		want: `37:28: error: $.exchanges[0].date: there is no day "2025-13"; mend the date`,
	},
	{
		name: `a day that is none`,
		old:  `"date": "2025-05-23"`, new: `"date": "2025-02-30"`,
		want:  `37:28: error: $.exchanges[0].date: there is no day "2025-02-30"; mend the date`,
		blind: `JSON Schema does not know how long a month is`,
	},
	{
		name: `a span that runs backwards`,
		old:  `"date": "2025-05-23"`, new: `"date": "2025-05-23/2025-05-01"`,
		want:  `37:28: error: $.exchanges[0].date: the span "2025-05-23/2025-05-01" ends before it begins; mend the date`,
		blind: `JSON Schema does not compare`,
	},
	{
		name: `a word that is none of the list`,
		old:  `"qualifier": "exact"`, new: `"qualifier": "exactly"`,
		want: `24:59: error: $.pledges[0].to.north.claims[0].qualifier: "exactly" is none of exact, at-least, at-most, about, all-for-all, not-quantified, possible-addition; did you mean "exact"?`,
	},
	{
		name: `a status far from the list`,
		old:  `"status": "agreed"`, new: `"status": "signed by all"`,
		want: `22:76: error: $.pledges[0].status: "signed by all" is none of agreed, announced-later, one-sided, offered, offered-later, proposed, single-source; write one of them`,
	},
	{
		name: `an empty string`,
		old:  `"status": "held"`, new: `"status": ""`,
		want: `16:56: error: $.rounds[0].status: this is empty; write something, or leave the member out`,
	},
	{
		name: `an empty text`,
		old:  `"summary": "1,000 each"`, new: `"summary": ""`,
		want: `22:97: error: $.pledges[0].summary: this is empty; write something, or leave the member out`,
	},
	{
		name: `an empty list of sources`,
		old:  `"text": "An exchange", "sources": ["agency"]`, new: `"text": "An exchange", "sources": []`,
		want: `17:18: error: $.rounds[0].agenda[0]: the statement has no source; add "sources", or "unverified": true where none was found`,
	},
	{
		name: `an empty list that must not be`,
		old:  `"by": "south", "sources": ["agency"]`, new: `"by": "south", "sources": []`,
		want: `25:94: error: $.pledges[0].to.south.claims[0].sources: the list is empty; write what belongs there`,
	},
	{
		name: `an empty id`,
		old:  `"to": {"north": 900}`, new: `"to": {"": 900}`,
		want: `41:63: error: $.exchanges[0].ties[0].to[""]: the id is empty; write one`,
	},
	{
		name: `a language that is none for the file`,
		old:  `"language": "en"`, new: `"language": "English language"`,
		want: `8:15: error: $.language: "English language" is no language; write a tag like "en" or "pt-BR"`,
	},
	{
		name: `a long date`,
		old:  `"date": "2025-05-23"`, new: `"date": "the twenty-third of May in the year two thousand and twenty-five"`,
		want: `37:28: error: $.exchanges[0].date: "the twenty-third of May in the year two thousand and twenty-five" is no date; write it as 2025-06-02, 2025-06 or 2025`,
	},
	{
		name: `a correction of what is no item`,
		old:  `"coverage":`, new: "\"corrections\": [{\"item\": \"chapter/1\"}],\n  \"coverage\":",
		want: `9:28: error: $.corrections[0].item: "chapter/1" is no address of an item; write it as "round/2025-06-02-istanbul"`,
	},
	{
		name: `a correction in another dataset`,
		old:  `"coverage":`, new: "\"corrections\": [{\"item\": \"parley:other/round/1\"}],\n  \"coverage\":",
		want: `9:28: error: $.corrections[0].item: "parley:other/round/1" is no address of an item; write it as "round/2025-06-02-istanbul"`,
	},
	{
		name: `nobody to receive`,
		old:  `"to": {"north": {"claims": [{"qualifier"`, new: `"to": {}, "x-to": {"north": {"claims": [{"qualifier"`,
		want: `
31:13: error: $.pledges[1].to: the object is empty; write what it is about, by id
31:17: warning: $.pledges[1].x-to: the member "x-to" is not part of the format and is not shown; to add a remark, write "$comment"`,
	},
	{
		name: `a language that is none`,
		old:  `"uk": "Судландія"`, new: `"in Ukrainian": "Судландія"`,
		want: `10:91: error: $.sides[1].name["in Ukrainian"]: "in Ukrainian" is no language; write a tag like "en" or "pt-BR"`,
	},
	{
		name: `a text in no language`,
		old:  `{"en": "Sudland", "uk": "Судландія"}`, new: `{"$comment": "to be written"}`,
		want: `10:73: error: $.sides[1].name: the text is in no language; write {"en": "..."}, or a string`,
	},
	{
		name: `a text by language that is a number`,
		old:  `"uk": "Судландія"`, new: `"uk": 7`,
		want: `10:97: error: $.sides[1].name.uk: this is a number; write a string`,
	},
	{
		name: `after letters of two bytes`,
		old:  `"uk": "Судландія"}}`, new: `"uk": "Судландія"}, "nane": 1}`,
		want: `10:111: error: $.sides[1].nane: there is no member "nane" here; did you mean "name"?`,
	},
	{
		name: `bytes that are no UTF-8`,
		old:  `"Norland"`, new: "\"Nor\xffland\"",
		want:  `10:41: error: $.sides[0].name: the byte FF is no UTF-8; save the file as UTF-8`,
		blind: `the file cannot be read as text`,
	},
	{
		name: `half of a pair`,
		old:  `"Norland"`, new: `"Nor\ud800land"`,
		want:  `10:37: error: $.sides[0].name: the text holds half of a \u pair, which stands for no character; write the character itself`,
		blind: `JSON Schema does not see how a file is written`,
	},
	{
		name: `several at once`,
		old:  `"id": "round-1", "date": "2025-05-16", "status": "held"`, new: `"id": 1, "dato": "2025-05-16", "status": "hold"`,
		want: `
16:13: error: $.rounds[0].id: this is a number; write a string
16:16: error: $.rounds[0].dato: there is no member "dato" here; did you mean "date"?
16:48: error: $.rounds[0].status: "hold" is none of held, reported, postponed; did you mean "held"?`,
	},
	{
		name: `a name in quotes in the path`,
		old:  `"to": {"north": 900}`, new: `"to": {"the north": "900"}`,
		want: `41:76: error: $.exchanges[0].ties[0].to["the north"]: this is a string; write the number without quotes`,
	},
}

// meaningEdits leave it of the format, but not in order.
var meaningEdits = []edit{
	{
		name: `an id that is there twice`,
		old:  `"id": "palace"`, new: `"id": "city"`,
		want: `13:53: error: $.places[1].id: the place "city" is there already, as number 1 of "places"; give one of them another id`,
	},
	{
		name: `an id with a space`,
		old:  `"id": "palace"`, new: `"id": "the palace"`,
		want: `13:53: error: $.places[1].id: "the palace" is no id; write letters, digits and hyphens, without spaces and slashes`,
	},
	{
		name: `a reference to nothing`,
		old:  `"pledge": "thousand", "by"`, new: `"pledge": "thousnd", "by"`,
		want: `41:27: error: $.exchanges[0].ties[0].pledge: there is no pledge "thousnd"; did you mean "thousand"?`,
	},
	{
		name: `a reference to nothing near`,
		old:  `"place": "city"`, new: `"place": "moon"`,
		want: `16:73: error: $.rounds[0].place: there is no place "moon"; add it to "places", or name one that is there`,
	},
	{
		name: `a source that is not there`,
		old:  `"text": "An exchange", "sources": ["agency"]`, new: `"text": "An exchange", "sources": ["agency", "agensy"]`,
		want: `17:64: error: $.rounds[0].agenda[0].sources[1]: there is no source "agensy"; did you mean "agency"?`,
	},
	{
		name: `a side that is not there`,
		old:  `"to": {"north": 900}`, new: `"to": {"noth": 900}`,
		want: `41:71: error: $.exchanges[0].ties[0].to.noth: there is no side "noth"; did you mean "north"?`,
	},
	{
		name: `a reporter who is nobody`,
		old:  `"by": ["north"]`, new: `"by": ["third-pary"]`,
		want: `41:46: error: $.exchanges[0].ties[0].by[0]: "third-pary" is no side, "third-party" or "not-named"; did you mean "third-party"?`,
	},
	{
		name: `a statement without a source`,
		old:  `"text": "An exchange", "sources": ["agency"]`, new: `"text": "An exchange"`,
		want: `17:18: error: $.rounds[0].agenda[0]: the statement has no source; add "sources", or "unverified": true where none was found`,
	},
	{
		name: `a claim without its number`,
		old:  `"value": 1000, "qualifier": "exact"`, new: `"qualifier": "exact"`,
		want: `24:30: error: $.pledges[0].to.north.claims[0]: a claim that is "exact" needs a number; add "value", or write "not-quantified"`,
	},
	{
		name: `a negative number`,
		old:  `"value": 1000`, new: `"value": -1000`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: -1000 is less than nothing; a count is 0 or more`,
	},
	{
		name: `a number beyond belief`,
		old:  `"value": 1000`, new: `"value": 7000000000`,
		want: `24:40: error: $.pledges[0].to.north.claims[0].value: 7000000000 is more than 1000000000; mend the number`,
	},
	{
		name: `a pledge made nowhere`,
		old:  `"id": "thousand", "round": "round-1",`, new: `"id": "thousand",`,
		want: `21:5: error: $.pledges[0]: the pledge does not say where it was made; add "round" or "event"`,
	},
	{
		name: `a tie to nothing`,
		old:  `{"pledge": "thousand", "by": ["north"], "to": {"north": 900}, `, new: `{`,
		want: `41:16: error: $.exchanges[0].ties[0]: the tie names nothing; add "pledge", "round", "event" or "agreement"`,
	},
	{
		name: `a tie's count larger than the exchange`,
		old:  `"north": 900`, new: `"north": 1900`,
		want: `41:72: error: $.exchanges[0].ties[0].to.north: the tie counts 1900, and the whole exchange 1000; mend one of the numbers`,
	},
	{
		name: `an exchange before its pledge`,
		old:  `"date": "2025-05-23"`, new: `"date": "2025-05-03"`,
		want: `41:27: error: $.exchanges[0].ties[0].pledge: the exchange was made on 2025-05-03, before the pledge that it fulfils, of 2025-05-16; mend a date or the tie`,
	},
	{
		name: `a place within itself`,
		old:  `"id": "city", "name": "City"`, new: `"id": "city", "name": "City", "parent": "palace"`,
		want: `13:111: error: $.places[1].parent: the place lies within itself, by way of "city"; take one link out of the circle`,
	},
	{
		name: `a pledge that is part of itself`,
		old:  `"part_of": {"pledge": "thousand"`, new: `"part_of": {"pledge": "wounded-first"`,
		want: `32:29: error: $.pledges[1].part_of.pledge: the pledge is tied to itself; name the other pledge`,
	},
	{
		name: `opposed, and one is silent`,
		old:  `{"addressed": true, "clauses": ["s1"]}`, new: `{"addressed": false}`,
		want: `52:42: error: $.comparisons[0].judgement: a document that does not address the topic cannot be "opposed"; write "one-side-only", or mend "addressed"`,
	},
	{
		name: `one side only, and both speak`,
		old:  `"judgement": "opposed"`, new: `"judgement": "one-side-only"`,
		want: `52:42: error: $.comparisons[0].judgement: both documents address the topic, so it is not "one-side-only"; mend the judgement or "addressed"`,
	},
	{
		name: `a clause of another document`,
		old:  `"clauses": ["s1"]`, new: `"clauses": ["s1", "n1"]`,
		want: `55:58: error: $.comparisons[0].stances.paper-s.clauses[1]: the clause "n1" is of the document "paper-n"; list clauses of this document`,
	},
	{
		name: `a comparison of one document`,
		old:  `"paper-n": {"addressed": true, "clauses": ["n1"]},`, new: ``,
		want: `53:18: error: $.comparisons[0].stances: a comparison is of two documents, and here are 1; list exactly two`,
	},
	{
		name: `a source that nobody cites`,
		old:  "\"sources\": [\n    {", new: "\"sources\": [\n    {\"id\": \"copy\", \"publisher\": \"A\", \"title\": \"B\"},\n    {",
		want: `60:5: warning: $.sources[0]: no fact cites the source "copy"; cite it or take it out`,
	},
	{
		name: `an address that no browser opens`,
		old:  `"https://agency.example/may"`, new: `"javascript:alert(1)"`,
		want: `60:81: error: $.sources[0].url: "javascript:alert(1)" is no address of a web page; write it as https://example.org/page`,
	},
	{
		name: `an invisible character`,
		old:  `"Done in a day."`, new: `"Done in a \u202eday."`,
		want: `27:29: error: $.pledges[0].follow_up.text: the text holds the invisible character U+202E, which can make it read as something else; take it out`,
	},
	{
		name: `a coverage that ends before it begins`,
		old:  `"from": "2025-05"`, new: `"from": "2025-07"`,
		want: `9:50: error: $.coverage.found_until: the sources end before "from", where they begin (2025-07 and 2025-06-20); mend one of the two dates`,
	},
	{
		name: `a category of another kind`,
		old:  `"id": "may", "date": "2025-05-23", "kind": "prisoners"`, new: `"id": "may", "date": "2025-05-23", "kind": "bodies"`,
		want: `
37:75: error: $.exchanges[0].categories[0]: the category "wounded" is of kind "prisoners", and the exchange of kind "bodies"; name a category of that kind
41:27: error: $.exchanges[0].ties[0].pledge: an exchange of "bodies" is tied to a pledge of "prisoners"; tie it to a pledge of its own kind`,
	},
}

// extensionEdits put something of one's own into the file.
var extensionEdits = []edit{
	{
		name: `a remark`,
		old:  `"index": 1`, new: `"index": 1, "$comment": {"by": "me", "null": [null, "", 1e99]}`,
	},
	{
		name: `a remark among sides`,
		old:  `"to": {"north": 900}`, new: `"to": {"$comment": "of 1,000", "north": 900}`,
	},
	{
		name: `a remark in a text`,
		old:  `"uk": "Судландія"`, new: `"uk": "Судландія", "$comment": "to be checked"`,
	},
	{
		name: `a member of one's own`,
		old:  `"index": 1`, new: `"index": 1, "x-weather": {"sky": ["blue"]}`,
		want: `16:93: warning: $.rounds[0].x-weather: the member "x-weather" is not part of the format and is not shown; to add a remark, write "$comment"`,
	},
	{
		name: `a member of one's own that is there twice`,
		old:  `"index": 1`, new: `"index": 1, "x-weather": 1, "x-weather": 2`,
		want: `
16:93: warning: $.rounds[0].x-weather: the member "x-weather" is not part of the format and is not shown; to add a remark, write "$comment"
16:109: error: $.rounds[0].x-weather: the member "x-weather" is there twice; keep one
16:109: warning: $.rounds[0].x-weather: the member "x-weather" is not part of the format and is not shown; to add a remark, write "$comment"`,
	},
	{
		name: `a member twice in a remark`,
		old:  `"index": 1`, new: `"index": 1, "$comment": {"a": 1, "a": 2}`,
		want: `16:114: error: $.rounds[0].$comment.a: the member "a" is there twice; keep one`,
	},
	{
		name: `a side that begins with x-`,
		old:  `"to": {"north": 900}`, new: `"to": {"x-north": 900}`,
		want: `41:74: error: $.exchanges[0].ties[0].to.x-north: there is no side "x-north"; did you mean "north"?`,
	},
	{
		name: `an escaped quotation mark at the end`,
		old:  `"Done in a day."`, new: `"Done in \"a day\""`,
	},
	{
		name: `the word null in a text`,
		old:  `"Done in a day."`, new: `"null and void"`,
	},
}
