package montecarlo

// direction describes one dimension of Sobol's sequence: the inner
// coefficients of a primitive polynomial over GF(2), whose degree is the
// number of initial values, and those initial values m1, m2, ….
type direction struct {
	inner   uint32
	initial []uint32
}

// directions lists dimensions 2 to [MaxSobolDims] (the first is the van der
// Corput sequence and needs no entry) as published by Stephen Joe and Frances
// Y. Kuo, "Constructing Sobol sequences with better two-dimensional
// projections", SIAM J. Sci. Comput. 30 (2008) 2635–2654, file
// new-joe-kuo-6.21201. SciPy, QuantLib and Boost use the same numbers, so the
// plain sequence can be compared with theirs.
//
// Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved.
// Redistribution and use in source and binary forms, with or without
// modification, are permitted provided that the following conditions are met:
//
//   - Redistributions of source code must retain the above copyright notice,
//     this list of conditions and the following disclaimer.
//   - Redistributions in binary form must reproduce the above copyright
//     notice, this list of conditions and the following disclaimer in the
//     documentation and/or other materials provided with the distribution.
//   - Neither the names of the copyright holders nor the names of the
//     University of New South Wales and the University of Waikato and its
//     contributors may be used to endorse or promote products derived from
//     this software without specific prior written permission.
//
// This software is provided by the copyright holders "as is" and any express
// or implied warranties, including, but not limited to, the implied warranties
// of merchantability and fitness for a particular purpose are disclaimed. In
// no event shall the copyright holders be liable for any direct, indirect,
// incidental, special, exemplary, or consequential damages (including, but not
// limited to, procurement of substitute goods or services; loss of use, data,
// or profits; or business interruption) however caused and on any theory of
// liability, whether in contract, strict liability, or tort (including
// negligence or otherwise) arising in any way out of the use of this software,
// even if advised of the possibility of such damage.
func directions() []direction {
	return []direction{
		{0, []uint32{1}},                                  // 2
		{1, []uint32{1, 3}},                               // 3
		{1, []uint32{1, 3, 1}},                            // 4
		{2, []uint32{1, 1, 1}},                            // 5
		{1, []uint32{1, 1, 3, 3}},                         // 6
		{4, []uint32{1, 3, 5, 13}},                        // 7
		{2, []uint32{1, 1, 5, 5, 17}},                     // 8
		{4, []uint32{1, 1, 5, 5, 5}},                      // 9
		{7, []uint32{1, 1, 7, 11, 19}},                    // 10
		{11, []uint32{1, 1, 5, 1, 1}},                     // 11
		{13, []uint32{1, 1, 1, 3, 11}},                    // 12
		{14, []uint32{1, 3, 5, 5, 31}},                    // 13
		{1, []uint32{1, 3, 3, 9, 7, 49}},                  // 14
		{13, []uint32{1, 1, 1, 15, 21, 21}},               // 15
		{16, []uint32{1, 3, 1, 13, 27, 49}},               // 16
		{19, []uint32{1, 1, 1, 15, 7, 5}},                 // 17
		{22, []uint32{1, 3, 1, 15, 13, 25}},               // 18
		{25, []uint32{1, 1, 5, 5, 19, 61}},                // 19
		{1, []uint32{1, 3, 7, 11, 23, 15, 103}},           // 20
		{4, []uint32{1, 3, 7, 13, 13, 15, 69}},            // 21
		{7, []uint32{1, 1, 3, 13, 7, 35, 63}},             // 22
		{8, []uint32{1, 3, 5, 9, 1, 25, 53}},              // 23
		{14, []uint32{1, 3, 1, 13, 9, 35, 107}},           // 24
		{19, []uint32{1, 3, 1, 5, 27, 61, 31}},            // 25
		{21, []uint32{1, 1, 5, 11, 19, 41, 61}},           // 26
		{28, []uint32{1, 3, 5, 3, 3, 13, 69}},             // 27
		{31, []uint32{1, 1, 7, 13, 1, 19, 1}},             // 28
		{32, []uint32{1, 3, 7, 5, 13, 19, 59}},            // 29
		{37, []uint32{1, 1, 3, 9, 25, 29, 41}},            // 30
		{41, []uint32{1, 3, 5, 13, 23, 1, 55}},            // 31
		{42, []uint32{1, 3, 7, 3, 13, 59, 17}},            // 32
		{50, []uint32{1, 3, 1, 3, 5, 53, 69}},             // 33
		{55, []uint32{1, 1, 5, 5, 23, 33, 13}},            // 34
		{56, []uint32{1, 1, 7, 7, 1, 61, 123}},            // 35
		{59, []uint32{1, 1, 7, 9, 13, 61, 49}},            // 36
		{62, []uint32{1, 3, 3, 5, 3, 55, 33}},             // 37
		{14, []uint32{1, 3, 1, 15, 31, 13, 49, 245}},      // 38
		{21, []uint32{1, 3, 5, 15, 31, 59, 63, 97}},       // 39
		{22, []uint32{1, 3, 1, 11, 11, 11, 77, 249}},      // 40
		{38, []uint32{1, 3, 1, 11, 27, 43, 71, 9}},        // 41
		{47, []uint32{1, 1, 7, 15, 21, 11, 81, 45}},       // 42
		{49, []uint32{1, 3, 7, 3, 25, 31, 65, 79}},        // 43
		{50, []uint32{1, 3, 1, 1, 19, 11, 3, 205}},        // 44
		{52, []uint32{1, 1, 5, 9, 19, 21, 29, 157}},       // 45
		{56, []uint32{1, 3, 7, 11, 1, 33, 89, 185}},       // 46
		{67, []uint32{1, 3, 3, 3, 15, 9, 79, 71}},         // 47
		{70, []uint32{1, 3, 7, 11, 15, 39, 119, 27}},      // 48
		{84, []uint32{1, 1, 3, 1, 11, 31, 97, 225}},       // 49
		{97, []uint32{1, 1, 1, 3, 23, 43, 57, 177}},       // 50
		{103, []uint32{1, 3, 7, 7, 17, 17, 37, 71}},       // 51
		{115, []uint32{1, 3, 1, 5, 27, 63, 123, 213}},     // 52
		{122, []uint32{1, 1, 3, 5, 11, 43, 53, 133}},      // 53
		{8, []uint32{1, 3, 5, 5, 29, 17, 47, 173, 479}},   // 54
		{13, []uint32{1, 3, 3, 11, 3, 1, 109, 9, 69}},     // 55
		{16, []uint32{1, 1, 1, 5, 17, 39, 23, 5, 343}},    // 56
		{22, []uint32{1, 3, 1, 5, 25, 15, 31, 103, 499}},  // 57
		{25, []uint32{1, 1, 1, 11, 11, 17, 63, 105, 183}}, // 58
		{44, []uint32{1, 1, 5, 11, 9, 29, 97, 231, 363}},  // 59
		{47, []uint32{1, 1, 5, 15, 19, 45, 41, 7, 383}},   // 60
		{52, []uint32{1, 3, 7, 7, 31, 19, 83, 137, 221}},  // 61
		{55, []uint32{1, 1, 1, 3, 23, 15, 111, 223, 83}},  // 62
		{59, []uint32{1, 1, 5, 13, 31, 15, 55, 25, 161}},  // 63
		{62, []uint32{1, 1, 3, 13, 25, 47, 39, 87, 257}},  // 64
	}
}
