using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Iam;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>The roles and users that a stack file names by their ARNs: the emulated account is to have them.</summary>
internal static class ExpectedPrincipals
{
    /// <summary>Notes those of a stack file, before its program is run.</summary>
    public static void Note(EmulatedAws aws, StackConfig config)
    {
        foreach (var principal in ConfiguredTexts.Of(config).Select(text => IamEntity.FromArn(text.Value)).OfType<IamEntity>())
        {
            aws.StandIns.Expect(principal);
        }
    }
}
