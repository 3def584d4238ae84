using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pulumi;

namespace SageMakerIam.Components;

/// <summary>What a stack means to share with other accounts.</summary>
/// <param name="Name">Its name: letters, digits and <c>_.-</c>.</param>
/// <param name="ResourceArn">The ARN of the role, secret or repository.</param>
/// <param name="With">With whom: ARNs of roles and users, or numbers of accounts.</param>
internal sealed partial record Share(string Name, Input<string> ResourceArn, ImmutableArray<string> With)
{
    /// <summary>A part of a name, made from the name of what is shared.</summary>
    public static string NameOf(string shared) => Others().Replace(shared, ".");

    [GeneratedRegex("[^A-Za-z0-9_.-]")]
    private static partial Regex Others();
}
