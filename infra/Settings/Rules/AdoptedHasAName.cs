using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>What is taken over is found by its name.</summary>
internal sealed class AdoptedHasAName : IRule
{
    /// <inheritdoc/>
    public void Check(object record, SettingsNode at, StackSettings stack)
    {
        var (adopt, nameKey) = record switch
        {
            ExecutionRoleSettings role => (role.Adopt, "roleName"),
            DeployerSettings { AssumedBy: null } user => (user.Adopt, "userName"),
            DeployerSettings role => (role.Adopt, "roleName"),
            _ => (null, ""),
        };
        if (adopt is not null && at.Key(nameKey) is null)
        {
            at.Key("adopt")!.Report($"What is taken over is found by its name: give {nameKey}");
        }
    }
}
