package instrument

// yesNo makes a question with one answer, in which yes has points.
func yesNo(id QuestionID, title string, points int) Question {
	return Question{ID: id, Type: Single, Title: English(title), Choices: []Choice{
		{Value: "yes", Title: English("Yes"), Points: points},
		{Value: "no", Title: English("No")},
	}}
}

// graded makes a question with one answer; the choices are pairs of a value
// and a title, worth the points in their order.
func graded(id QuestionID, title string, points []int, choices ...[2]string) Question {
	q := Question{ID: id, Type: Single, Title: English(title)}
	for i, c := range choices {
		q.Choices = append(q.Choices, Choice{Value: c[0], Title: English(c[1]), Points: points[i]})
	}
	return q
}

// duty makes an obligation with its source.
func duty(id ObligationID, title, source string) Obligation {
	return Obligation{ID: id, Title: English(title), Source: source}
}
