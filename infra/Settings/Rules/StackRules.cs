using System.Collections.Immutable;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>All rules, over all that was read of a configuration.</summary>
internal static class StackRules
{
    private static readonly ImmutableArray<IRule> OfEveryAccount =
    [
        new FirstKeyHasNoneBefore(),
        new RecoveryWindowIsAllowed(),
        new AdoptedHasAName(),
        new InstanceProfileIsForEc2(),
        new ActivitiesAreForSageMaker(),
        new ActivitiesHaveWhatTheyWorkOn(),
        new ServedFeaturesHaveWhatTheyNeed(),
        new GrantedServicesAreTrusted(),
        new ExternalIdIsGivenOnce(),
        new NamesAreUnique(),
        new FormerNamesAreFree(),
        new PrefixIsAFolder(),
        new PrefixesAreOfOneTeam(),
        new PipelineStepsAreOfPipelines(),
        new PassedRolesPassNone(),
        new PassedRolesAreOfUse(),
        new ClientKeysAreOfNames(),
        new SubjectNamesItsRepository(),
        new SharedIssuerHasItsSetting(),
        new DefaultBucketIsMeant(),
        new RequiredKeysAreNamed(),
        new WritersUseTheKey(),
        new OwnTagIsAskedForOnce(),
        new AdoptedKeepsItsTags(),
        new PassedRolesAreBoundAlike(),
        new ManagedPoliciesFitTheBoundary(),
        new MadeBucketIsLookedUp(),
        new AdoptedPolicyIsThere(),
        new TrailHasABucketOfItsOwn(),
        new LogsUnderAKeyAreRead(),
        new EndpointsHaveTheirPlace(),
        new EndpointsOfBucketsAreOfS3(),
    ];

    private static readonly ImmutableArray<IAccountRule> OfOneAccount =
    [
        new GrantOfThisAccountMakesNoRole(),
        new GrantIsNotToTheRoleItself(),
        new PrincipalTakesPolicies(),
        new GrantToAnotherAccountIsOfUse(),
        new ReadersOfOtherAccountsNeedAKey(),
        new IdentityProviderIsTheIssuers(),
        new AccountIsAnother(),
        new GuardedBucketIsUsed(),
        new PullingAccountIsAnother(),
        new EndpointServicesAreKnown(),
        new KeysAreOfTheRegion(),
    ];

    /// <summary>Reports what is wrong with what was read; in an account that is not known yet, what is wrong in every account.</summary>
    public static void Check(SettingsReading reading, StackSettings stack)
    {
        foreach (var (at, format) in reading.Texts)
        {
            if (format.Objection(at.Text!, at.Place) is { } objection)
            {
                at.Report(objection);
            }
        }

        foreach (var (at, record) in reading.Records)
        {
            foreach (var rule in OfEveryAccount)
            {
                rule.Check(record, at, stack);
            }

            foreach (var rule in reading.Account.IsKnown ? OfOneAccount : [])
            {
                rule.Check(record, at, stack, reading.Account);
            }
        }
    }
}
