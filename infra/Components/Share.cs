using System.Collections.Immutable;
using Pulumi;

namespace SageMakerIam.Components;

/// <summary>What a stack means to share with other accounts.</summary>
/// <param name="Name">Its name: letters, digits and <c>_.-</c>.</param>
/// <param name="ResourceArn">The ARN of the role, secret or repository.</param>
/// <param name="With">With whom: ARNs of roles and users, or numbers of accounts.</param>
internal sealed record Share(string Name, Input<string> ResourceArn, ImmutableArray<string> With);
