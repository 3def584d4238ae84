namespace Proof;

/// <summary>A file that does not hold the policies that it is given for.</summary>
/// <param name="file">The file.</param>
/// <param name="found">What is wrong with it.</param>
/// <param name="remedy">What may stand in it.</param>
public sealed class InvalidPoliciesException(string file, string found, string remedy) : Exception($"{file}: {found}\n  {remedy}");
