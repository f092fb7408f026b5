/* Random bytes for Rust's hash maps, under a Wine that lacks bcryptprimitives.dll (before 9); every Windows has it. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T size) {
    return RtlGenRandom(bytes, (ULONG)size);
}
