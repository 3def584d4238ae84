namespace Proof;

/// <summary>A file that does not hold the authorization details of an account.</summary>
/// <param name="file">The file.</param>
/// <param name="found">What is wrong with it.</param>
public sealed class InvalidDetailsException(string file, string found)
    : Exception($"{file}: {found}\n  Give what `aws iam get-account-authorization-details` printed.");
