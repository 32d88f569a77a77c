// The official generators that make an odd token, as `madeBy` has them. Of CBC, as most vectors are.

export const ALL = 'go python node java cpp objc dotnet php';
/** All but C++ and Objective-C, which cut a text at a NUL. */
export const KEEP_NUL = 'go python node java dotnet php';
/** Those that take a userId of any length. */
export const NO_USER_LIMIT = 'go python node cpp objc dotnet php';
