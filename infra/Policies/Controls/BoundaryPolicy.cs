using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;

namespace SageMakerIam.Policies.Controls;

/// <summary>
/// The permissions boundary of principals of one kind: all that their policies allow together, and never what would lift it. It gives
/// nothing; what they are ever given beyond it, they cannot use.
/// </summary>
/// <remarks>IAM User Guide, "Permissions boundaries for IAM entities".</remarks>
internal static class BoundaryPolicy
{
    /// <summary>What the names of the policies end with, before what Pulumi adds.</summary>
    public const string NameEnd = "-boundary";

    // What opens other doors is bounded to the letter, even where there is no room for everything.
    private static readonly ImmutableArray<string> Sensitive = ["iam", "kms", "secretsmanager", "sts"];

    /// <summary>The boundary; larger than IAM holds if even the actions alone are too many.</summary>
    /// <param name="held">All statements of the principals.</param>
    /// <param name="account">The account that they are in.</param>
    public static PolicyDocument Document(IEnumerable<Statement> held, AwsAccount account)
    {
        var exact = Merged(held.Where(statement => statement.Effect == Effect.Allow));
        var document = Of(exact, account);
        return document.Size <= PolicyQuota.ManagedPolicy ? document : Of(OnAnything(exact), account);
    }

    /// <summary>What denies to touch the boundary, whoever is bounded.</summary>
    public static IEnumerable<Statement> Unliftable(AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "KeepBoundary",
            Effect = Effect.Deny,
            Actions =
            [
                "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:PutRolePermissionsBoundary",
                "iam:PutUserPermissionsBoundary",
            ],
            Resources = ["*"],
        };
        yield return new Statement
        {
            Sid = "KeepBoundaryPolicy",
            Effect = Effect.Deny,
            Actions = ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"],
            // By its name, since it cannot name its own ARN.
            Resources = [account.Global("iam", $"policy/*{NameEnd}-*")],
        };
    }

    private static PolicyDocument Of(IEnumerable<Statement> statements, AwsAccount account) => new(
    [
        .. statements.Select((statement, at) => statement with { Sid = $"Bound{at + 1}" }),
        .. Unliftable(account),
    ]);

    // Many principals hold the same on other resources.
    private static ImmutableArray<Statement> Merged(IEnumerable<Statement> statements) =>
    [
        .. Repetition.Removed(statements
            .GroupBy(statement => new PolicyDocument([statement with { Sid = "", Resources = [] }]).ToJson())
            .Select(same => same.First() with { Resources = [.. same.SelectMany(statement => statement.Resources).Distinct()] })),
    ];

    private static IEnumerable<Statement> OnAnything(ImmutableArray<Statement> statements)
    {
        bool IsSensitive(string action) => Sensitive.Contains(action[..action.IndexOf(':', StringComparison.Ordinal)]);
        var others = statements.SelectMany(statement => statement.Actions).Where(action => !IsSensitive(action));
        return
        [
            .. statements.Where(statement => statement.Actions.All(IsSensitive)),
            new Statement
            {
                Sid = "OnAnything",
                Actions = [.. others.Distinct().Order(StringComparer.Ordinal)],
                Resources = ["*"],
            },
        ];
    }
}
