// ProcessPrng, which Go needs for its random numbers and Wine before version 9
// lacks. ./try builds it into a DLL for Wine only; Windows has its own.
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
	return RtlGenRandom(data, size);
}
