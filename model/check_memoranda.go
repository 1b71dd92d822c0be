package model

// memoranda checks the documents, their clauses, and the judgements of them.
func (c *checker) memoranda() {
	f := c.facts
	each(c, "documents", f.Documents, c.document)
	each(c, "clauses", f.Clauses, c.clause)
	each(c, "topics", f.Topics, func(t *Topic) {
		c.named("topic", t.Name)
		c.text("scope", t.Scope)
	})
	judged := map[pairOnTopic]bool{}
	each(c, "comparisons", f.Comparisons, func(x *Comparison) { c.comparison(x, judged) })
	each(c, "document_statements", f.DocumentStatements, func(s *DocumentStatement) {
		referAll(c, "documents", c.documents, s.Documents)
		referAll(c, "topics", c.topics, s.Topics)
		referAll(c, "clauses", c.clauses, s.Clauses)
		c.statement(&s.Statement)
	})
}

func (c *checker) document(d *Document) {
	referAll(c, "authors", c.actors, d.Authors)
	c.text("title", d.Title)
	each(c, "date_said", d.DateSaid, c.sourced)
	each(c, "languages", d.Languages, c.sourced)
	each(c, "structure", d.Structure, c.sourced)
	each(c, "published_by", d.PublishedBy, c.sourced)
	c.text("numbering", d.Numbering)
	referAll(c, "rounds", c.rounds, d.Rounds)
}

func (c *checker) clause(x *Clause) {
	refer(c, "document", c.documents, x.Document)
	c.text("section", x.Section)
	c.plain("number", x.Number)
	refer(c, "topic", c.topics, x.Topic)
	referAll(c, "also_topics", c.topics, x.AlsoTopics)
	c.text("text", x.Text)
	c.text("stance", x.Stance)
	c.text("note", x.Note)
	c.mustCite("clause", x.Sources)
}

// pairOnTopic is what a comparison judges. The documents are in alphabetical order.
type pairOnTopic struct {
	topic  TopicID
	first  DocumentID
	second DocumentID
}

func (c *checker) comparison(x *Comparison, judged map[pairOnTopic]bool) {
	refer(c, "topic", c.topics, x.Topic)
	c.text("reason", x.Reason)
	c.cite("reason_sources", x.ReasonSources)
	documents := sortedKeys(x.Stances)
	c.enter("stances")
	for _, id := range documents {
		refer(c, string(id), c.documents, id)
		c.enter(string(id))
		c.stance(id, x.Stances[id])
		c.leave()
	}
	c.leave()
	referAll(c, "others", c.clauses, x.Others)
	if len(documents) != 2 {
		c.fault("stances", "a comparison is of two documents, and here are %d; list exactly two", len(documents))
		return
	}
	pair := pairOnTopic{x.Topic, documents[0], documents[1]}
	if judged[pair] {
		c.fault("", "these two documents were compared on the topic %s already; keep one of the comparisons",
			Quoted(string(x.Topic)))
	}
	judged[pair] = true
	c.judgement(x.Judgement, x.Stances[documents[0]].Addressed, x.Stances[documents[1]].Addressed)
}

// judgement checks a judgement against which of the two documents address the topic.
func (c *checker) judgement(j Judgement, first, second bool) {
	switch {
	case j == NotJudged:
	case j == OneSideOnly && first == second:
		how := "neither document addresses"
		if first {
			how = "both documents address"
		}
		c.fault("judgement", `%s the topic, so it is not "one-side-only"; mend the judgement or "addressed"`, how)
	case j != OneSideOnly && !(first && second):
		c.fault("judgement", `a document that does not address the topic cannot be %q; write "one-side-only", or `+
			`mend "addressed"`, j)
	}
}

func (c *checker) stance(of DocumentID, s Stance) {
	c.text("text", s.Text)
	if !s.Addressed && len(s.Clauses) > 0 {
		c.fault("addressed", `the document does not address the topic, and yet has clauses on it; mend "addressed", `+
			`or move them to "related"`)
	}
	for _, list := range []struct {
		member  string
		clauses []ClauseID
	}{{"clauses", s.Clauses}, {"related", s.Related}} {
		each(c, list.member, list.clauses, func(id *ClauseID) {
			i, ok := referHere(c, c.clauses, *id)
			if d := c.documentOf(i, ok); d != "" && d != of {
				c.fault("", "the clause %s is of the document %s; list clauses of this document", Quoted(string(*id)),
					Quoted(string(d)))
			}
		})
	}
	c.cite("sources", s.Sources)
}

// documentOf is the document of a clause, where there is such a clause.
func (c *checker) documentOf(clause int, ok bool) DocumentID {
	if !ok {
		return ""
	}
	return c.facts.Clauses[clause].Document
}
