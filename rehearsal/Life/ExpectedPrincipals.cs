using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Iam;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>
/// The roles and users that a stack file names by their ARNs, and does not make under that name itself: the emulated account is to have
/// them.
/// </summary>
internal static class ExpectedPrincipals
{
    /// <summary>Notes those of a stack file, before its program is run.</summary>
    /// <param name="aws">The emulated accounts.</param>
    /// <param name="config">The stack file.</param>
    /// <param name="account">The account that the stack stands in.</param>
    public static void Note(EmulatedAws aws, StackConfig config, string account)
    {
        var texts = ConfiguredTexts.Of(config).ToList();
        var made = texts.Select(text => (Kind: KindNamedBy(text.Path), text.Value)).ToHashSet();
        foreach (var principal in texts.Select(text => IamEntity.FromArn(text.Value)).OfType<IamEntity>()
            .Where(principal => principal.Account != account || !made.Contains((principal.Kind, principal.Name))))
        {
            aws.StandIns.Expect(principal);
        }
    }

    // executionRoles.training.roleName says what a role is to be called.
    private static string? KindNamedBy(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "roleName" => "Role",
        "userName" => "User",
        _ => null,
    };
}
