using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;

namespace SageMakerIam.Policies.Controls;

/// <summary>
/// The permissions boundary of principals of one kind: all that their policies allow together, and never what would lift it. It gives
/// nothing; what they are ever given beyond it, they cannot use. What it denies, it allows to nobody either: the denials stand for the day
/// on which it allows more. The proof tries it as if those whom it bounds had been given everything, and its denials as if it allowed
/// everything as well; the names of roles that are still to be made are all in it that no proof can miss.
/// </summary>
/// <remarks>IAM User Guide, "Permissions boundaries for IAM entities".</remarks>
internal static partial class BoundaryPolicy
{
    /// <summary>What the names of the policies end with, before what Pulumi adds.</summary>
    public const string NameEnd = "-boundary";

    // What opens other doors is bounded to the letter, even where there is no room for everything.
    private static readonly ImmutableArray<string> Sensitive = ["iam", "kms", "secretsmanager", "sts"];

    /// <summary>
    /// The boundary: all that they allow, where there is room for it; else its actions on any resource; else these by their verbs. It is
    /// larger than IAM holds if even that is too much.
    /// </summary>
    /// <param name="held">All statements of the principals.</param>
    /// <param name="account">The account that they are in.</param>
    public static PolicyDocument Document(IEnumerable<Statement> held, AwsAccount account)
    {
        var exact = Merged(held.Where(statement => statement.Effect == Effect.Allow));
        PolicyDocument[] coarser =
            [Of(exact, account), Of(OnAnything(exact, actions => actions), account), Of(OnAnything(exact, ByVerb), account)];
        return Array.Find(coarser, document => document.Size <= PolicyQuota.ManagedPolicy) ?? coarser[^1];
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

    // sagemaker:DescribeModel and sagemaker:DescribeEndpoint are sagemaker:Describe*.
    private static IEnumerable<string> ByVerb(IEnumerable<string> actions) => actions
        .GroupBy(action => Verb().Match(action).Value)
        .Select(same => same.Count() == 1 ? same.Single() : $"{same.Key}*");

    private static IEnumerable<Statement> OnAnything(
        ImmutableArray<Statement> statements, Func<IEnumerable<string>, IEnumerable<string>> named)
    {
        bool IsSensitive(string action) => Sensitive.Contains(action[..action.IndexOf(':', StringComparison.Ordinal)]);
        var others = statements.SelectMany(statement => statement.Actions).Where(action => !IsSensitive(action));
        return
        [
            .. statements.Where(statement => statement.Actions.All(IsSensitive)),
            new Statement
            {
                Sid = "OnAnything",
                Actions = [.. named(others.Distinct().Order(StringComparer.Ordinal))],
                Resources = ["*"],
            },
        ];
    }

    [GeneratedRegex("^[^:]+:[A-Z][a-z]+")]
    private static partial Regex Verb();
}
