using System.Collections.Immutable;

namespace SageMakerIam.Policies.Resources;

/// <summary>Those whom a KMS key is for, by their ARNs.</summary>
/// <param name="Work">Whose work uses it.</param>
/// <param name="Callers">Who launches work and uploads data that S3 and SageMaker encrypt with it.</param>
/// <param name="ReadersOfSecrets">Who reads secrets that Secrets Manager encrypts with it.</param>
internal sealed record KeyUsers(
    ImmutableArray<string> Work, ImmutableArray<string> Callers, ImmutableArray<string> ReadersOfSecrets);
