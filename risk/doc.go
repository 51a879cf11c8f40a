// Package risk is the qualitative side of AI risk management: criteria and
// matrices that are checked, the register of risks and opportunities, their
// treatment and acceptance, and what-if analysis (ISO/IEC 42001 6.1.1–6.1.3,
// 8.2, 8.3 and Annex C; ISO 31000; ISO/IEC 23894).
package risk
