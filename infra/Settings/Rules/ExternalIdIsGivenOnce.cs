using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A grant's external id stands in the grant, or in the map of those that may be secret.</summary>
internal sealed class ExternalIdIsGivenOnce : Rule<PassRoleGrantSettings>
{
    /// <inheritdoc/>
    protected override void Check(PassRoleGrantSettings grant, SettingsNode at, StackSettings stack)
    {
        if (grant.ExternalId is not null)
        {
            at.Whole.Key("externalIds")?.Key(at.EntryKey)?.Report(
                "a second external id", $"passRoleGrants.{at.EntryKey}.externalId gives one already: leave one of the two out");
        }
    }
}
