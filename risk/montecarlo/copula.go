package montecarlo

import "math"

// cholesky returns the lower triangle L of the correlation matrix R = L·Lᵀ of
// the factors, row by row. If R is not positive definite, bad is the index of
// the first factor with which it is not; otherwise −1.
func cholesky(nodes []FactorOf, list []Correlation) (rows [][]float64, bad int) {
	at := make(map[FactorOf]int, len(nodes))
	rows = make([][]float64, len(nodes))
	for i, n := range nodes {
		at[n] = i
		rows[i] = make([]float64, i+1)
		rows[i][i] = 1
	}
	for _, r := range list {
		i, j := at[r.A], at[r.B]
		rows[max(i, j)][min(i, j)] = r.Rho.value
	}
	for i, row := range rows {
		for j := range row {
			sum := row[j]
			for k := range j {
				sum -= float64(row[k] * rows[j][k])
			}
			if j < i {
				row[j] = sum / rows[j][j]
				continue
			}
			if !(sum > 1e-12) {
				return nil, i
			}
			row[i] = math.Sqrt(sum)
		}
	}
	return rows, -1
}
