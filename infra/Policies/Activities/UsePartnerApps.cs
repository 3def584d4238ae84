using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Open and call the partner AI apps of <c>partnerApps</c>, Comet or Fiddler say.</summary>
/// <remarks>AWS Managed Policy Reference, AmazonSageMakerPartnerAppsFullAccess.</remarks>
internal sealed record UsePartnerApps : MLActivity
{
    /// <inheritdoc/>
    public override string Needs => "partnerApps";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope) =>
    [
        new Statement
        {
            Sid = "UsePartnerApps",
            Actions = ["sagemaker:CallPartnerAppApi", "sagemaker:CreatePartnerAppPresignedUrl", "sagemaker:DescribePartnerApp"],
            Resources = [.. scope.PartnerApps.Select(app => scope.Account.Regional("sagemaker", $"partner-app/{app}"))],
        },
        new Statement { Sid = "ListPartnerApps", Actions = ["sagemaker:ListPartnerApps"], Resources = ["*"] },
    ];
}
