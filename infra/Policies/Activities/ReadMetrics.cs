using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Read metrics in CloudWatch, as the SageMaker SDK does for its analytics of jobs; CloudWatch knows no narrower permission.
/// </summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon CloudWatch".</remarks>
internal sealed record ReadMetrics : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ReadMetrics",
            Actions = ["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"],
            Resources = ["*"],
        };
    }
}
