package lean

// The published data sets of shared/oracles/oracles.json, so that the tests
// hold where that folder is not. A value has the digits its source gives.
// TestOraclesFile reads the file itself.
var oracles = []oracle{
	{
		Name: "sen1968", Source: "Sen 1968, JASA 63:1379; also scipy's theilslopes test",
		T: []float64{
			1, 2, 3, 4, 10, 12, 18,
		},
		Y: []float64{
			9, 15, 19, 20, 45, 55, 78,
		},
		Expect: map[string]any{
			"slope":     4.0,
			"intercept": 4.0,
			"ci93":      []any{3.7142857142857144, 4.375},
			"S":         21.0,
			"var":       44.333333333333336,
		},
	},
	{
		Name: "outlier7", Source: "after Helsel & Hirsch",
		T: []float64{
			1, 2, 3, 4, 5, 6, 7,
		},
		Y: []float64{
			1, 2, 3, 4, 5, 16, 7,
		},
		Expect: map[string]any{
			"S":                 19.0,
			"slope":             1.0,
			"var":               44.333333333333336,
			"exact_one_sided_p": 0.001388888888888889,
		},
	},
	{
		Name: "frost", Source: "Schoenwiese 1992, in R's trend package",
		Y: []float64{
			9, 12, 4, 3, 0, 4, 2, 1, 4, 2, 9, 7,
		},
		Expect: map[string]any{
			"S":     -7.0,
			"var":   207.0,
			"Z":     -0.4170288,
			"p":     0.6766573,
			"slope": -0.17424242,
			"ci95":  []any{-1.1428571, 0.625},
		},
	},
	{
		Name: "sachs", Source: "Sachs 1997, in R's trend package",
		Y: []float64{
			5, 6, 2, 3, 5, 6, 4, 3, 7, 8, 9, 7, 5, 3,
			4, 7, 3, 5, 6, 7, 8, 9,
		},
		Expect: map[string]any{
			"S":     67.0,
			"var":   1225.0,
			"Z":     1.8857143,
			"p":     0.0593335,
			"slope": 0.14285714285714285,
			"ci95":  []any{0.0, 0.3333333333333333},
		},
	},
	{
		Name: "page", Source: "Page 1954, Pettitt 1979, in R's trend package (Pettitt published)",
		Y: []float64{
			-1.05, 0.96, 1.22, 0.58, -0.98, -0.03, -1.54, -0.71, -0.35, 0.66, 0.44, 0.91, -0.02, -1.42,
			1.26, -1.02, -0.81, 1.66, 1.05, 0.97, 2.14, 1.22, -0.24, 1.6, 0.72, -0.12, 0.44, 0.03,
			0.66, 0.56, 1.37, 1.66, 0.1, 0.8, 1.29, 0.49, -0.07, 1.18, 3.29, 1.84,
		},
		Expect: map[string]any{
			"pettitt_K": 232.0,
			"pettitt_t": 17.0,
			"pettitt_p": 0.01456,
			"S":         232.0,
			"var":       7362.6667,
			"Z":         2.69212,
			"p":         0.00709994,
			"slope":     0.03857143,
		},
	},
	{
		Name: "nile", Source: "Annual flow at Aswan 1871-1970; Cobb 1978; Durbin & Koopman 2012 (variances and loglik published)",
		Y: []float64{
			1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994,
			1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100,
			774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726,
			456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845,
			744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676,
			649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
			918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718,
			714, 740,
		},
		Expect: map[string]any{
			"S":             -1387.0,
			"var":           112728.3333,
			"Z":             -4.1280665,
			"slope":         -2.6,
			"ci95":          []any{-3.627907, -1.4285714},
			"pettitt_K":     1617.0,
			"pettitt_t":     28.0,
			"break_after":   28.0,
			"segment_means": []any{1097.75, 849.9722},
			"local_level": map[string]any{
				"var_obs":          15099.0,
				"var_level":        1469.1,
				"loglik_n":         -633.4646,
				"loglik_n_minus_1": -632.5456,
				"filtered_first4":  []any{1120.0, 1140.92784, 1072.79853, 1117.30895},
				"P_first4":         []any{15099.0, 7899.73638, 5781.46994, 4898.36519},
				"P_steady":         4032.15794,
				"smoothed": map[string]any{
					"1871": 1111.66832,
					"1898": 999.58522,
					"1899": 950.93009,
					"1970": 798.37029,
				},
				"smoothed_var": map[string]any{
					"1871": 4032.15794,
					"1920": 2326.75687,
				},
				"forecast_var": 5501.258,
			},
		},
	},
}
