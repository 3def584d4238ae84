using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Resources;

/// <summary>
/// The policy of a secret of the stack: nobody reads it who is not named, whatever else IAM allows; those of other accounts it lets in. Who
/// puts its value there, describes and administers it, the account's own policies say: no administrator is locked out.
/// </summary>
/// <remarks>AWS Secrets Manager User Guide, "Resource-based policies"; IAM User Guide, "aws:PrincipalArn".</remarks>
internal static class ManagedSecretPolicy
{
    private const string Read = "secretsmanager:GetSecretValue";

    // In a secret's own policy.
    private static readonly ImmutableArray<string> Itself = ["*"];

    /// <param name="readers">The ARNs of the roles and users that read it.</param>
    /// <param name="account">The account that it is in.</param>
    public static PolicyDocument Document(ImmutableArray<string> readers, AwsAccount account)
    {
        ImmutableArray<string> ofOthers = [.. readers.Where(reader => Arn.Parse(reader)!.AccountId != account.AccountId)];
        return new(
        [
            new Statement
            {
                Sid = "ReadersAlone",
                Effect = Effect.Deny,
                Principal = Principal.Anyone,
                Actions = [Read],
                Resources = Itself,
                Conditions = readers.IsEmpty ? [] : [Condition.ArnNotEquals("aws:PrincipalArn", readers)],
            },
            .. ofOthers.IsEmpty ? Array.Empty<Statement>() :
            [
                new Statement
                {
                    Sid = "ReadersOfOtherAccounts",
                    Principal = Principal.Aws(ofOthers),
                    Actions = ["secretsmanager:DescribeSecret", Read],
                    Resources = Itself,
                },
            ],
        ]);
    }
}
