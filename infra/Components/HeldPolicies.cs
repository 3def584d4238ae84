using Pulumi;

namespace SageMakerIam.Components;

/// <summary>The policies that a role or user holds by the settings.</summary>
/// <param name="InlineNames">The names of its inline policies.</param>
/// <param name="PolicyArns">The ARNs of the managed policies attached to it.</param>
internal sealed record HeldPolicies(InputList<string> InlineNames, InputList<string> PolicyArns);
