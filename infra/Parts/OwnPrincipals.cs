using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>
/// The roles of a stack that its settings name by their ARNs as well, as readers of a secret or as principals of a grant: what names one
/// waits until it is made, since AWS refuses a policy that names nobody.
/// </summary>
/// <remarks>IAM User Guide, "AWS JSON policy elements: Principal", on principals that do not exist.</remarks>
internal sealed class OwnPrincipals
{
    // IAM compares names without regard to case.
    private readonly Dictionary<string, Output<string>> made = new(StringComparer.OrdinalIgnoreCase);
    private readonly AwsAccount account;

    /// <param name="settings">The settings of the stack.</param>
    /// <param name="executionRoles">Its execution roles.</param>
    /// <param name="account">The account that it stands in.</param>
    public OwnPrincipals(StackSettings settings, ExecutionRoles executionRoles, AwsAccount account)
    {
        this.account = account;
        foreach (var (key, role) in settings.ExecutionRoles)
        {
            Add("role", role.RoleName, executionRoles.ArnOf(key));
        }
    }

    /// <summary>Adds one that is made.</summary>
    /// <param name="kind"><c>role</c> or <c>user</c>.</param>
    /// <param name="name">Its name; null where Pulumi gives it, so that no settings can name it.</param>
    /// <param name="arn">Its ARN.</param>
    public void Add(string kind, string? name, Output<string> arn)
    {
        if (name is not null)
        {
            made.Add($"{kind}/{name}", arn);
        }
    }

    /// <summary>The ARNs as they are given, once those of the stack's own are made.</summary>
    public Output<ImmutableArray<string>> Made(ImmutableArray<string> arns) => Output.All(arns.Select(Made).ToArray());

    /// <summary>An ARN as it is given, once what it names is made, where the stack makes it.</summary>
    public Output<string> Made(string given) =>
        Arn.Parse(given) is { } arn && arn.AccountId == account.AccountId
        && made.TryGetValue($"{(arn.IsUser ? "user" : "role")}/{arn.Name}", out var own)
            ? own.Apply(_ => given)
            : Output.Create(given);
}
