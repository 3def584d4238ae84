using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Work in Studio as one of <c>studioUserProfiles</c>: private spaces of one's own, and those that are shared, with their applications, by
/// the beginnings of the spaces' names.
/// </summary>
/// <remarks>
/// SageMaker AI Developer Guide, "Amazon SageMaker Studio spaces", and "ML activity reference", Run Studio Applications; Service
/// Authorization Reference, sagemaker:OwnerUserProfileArn and sagemaker:SpaceSharingType.
/// </remarks>
internal sealed record RunStudioApps : MLActivity
{
    private static readonly ImmutableArray<string> Changes =
        ["sagemaker:CreateApp", "sagemaker:CreateSpace", "sagemaker:DeleteApp", "sagemaker:DeleteSpace", "sagemaker:UpdateSpace"];

    /// <inheritdoc/>
    public override string Needs => "studioUserProfiles";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        ImmutableArray<string> spaces =
        [
            // The ARN of an application continues with its space's name: app/DOMAIN/SPACE/TYPE/NAME.
            .. from type in (string[])["app", "space"]
            from domain in scope.StudioDomains
            from prefix in scope.ResourcePrefixes
            select scope.Account.Regional("sagemaker", $"{type}/{domain}/{prefix}*"),
        ];
        yield return new Statement
        {
            Sid = "OpenStudio",
            Actions = ["sagemaker:CreatePresignedDomainUrl", "sagemaker:DescribeUserProfile", "sagemaker:ListTags"],
            Resources = scope.StudioUserProfileArns,
        };
        yield return new Statement
        {
            Sid = "StudioDomains",
            Actions = ["sagemaker:DescribeDomain"],
            Resources = [.. scope.StudioDomains.Select(domain => scope.Account.Regional("sagemaker", $"domain/{domain}"))],
        };
        yield return new Statement
        {
            Sid = "PrivateSpaces",
            Actions = Changes,
            Resources = spaces,
            // The owner alone gets into a private space, whatever it is called.
            Conditions =
            [
                Condition.ArnEquals("sagemaker:OwnerUserProfileArn", scope.StudioUserProfileArns),
                Condition.StringEquals("sagemaker:SpaceSharingType", "Private"),
            ],
        };
        yield return new Statement
        {
            Sid = "SharedSpaces",
            Actions = Changes,
            Resources = spaces,
            Conditions = [Condition.StringEquals("sagemaker:SpaceSharingType", "Shared")],
        };
        yield return new Statement
        {
            Sid = "StudioSpaces",
            Actions = [.. SageMakerTags.Actions, "sagemaker:DescribeApp", "sagemaker:DescribeSpace"],
            Resources = spaces,
        };
        yield return new Statement
        {
            Sid = "StudioImages",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateAppImageConfig", "sagemaker:DeleteAppImageConfig", "sagemaker:DescribeAppImageConfig",
                "sagemaker:UpdateAppImageConfig",
            ],
            Resources = scope.SageMaker("app-image-config"),
        };
        yield return new Statement
        {
            Sid = "ListStudio",
            Actions =
            [
                "sagemaker:ListAppImageConfigs", "sagemaker:ListApps", "sagemaker:ListDomains", "sagemaker:ListSpaces",
                "sagemaker:ListUserProfiles",
            ],
            Resources = ["*"],
        };
    }
}
