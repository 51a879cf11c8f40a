// Package impact is the AI system impact assessment: what an AI system does to
// individuals, groups and societies, and whether it may go into use (ISO/IEC
// 42001 6.1.4, 8.4 and the controls A.5.2–A.5.5; ISO/IEC 42005).
package impact
