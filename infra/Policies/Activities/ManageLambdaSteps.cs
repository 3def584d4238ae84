using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Make the functions of the Lambda steps of pipelines, change, call and delete them; execution roles are passed to Lambda.
/// </summary>
/// <remarks>Service Authorization Reference, AWS Lambda; SageMaker AI Developer Guide, "Pipelines steps", Lambda step.</remarks>
internal sealed record ManageLambdaSteps : MLActivity
{
    /// <inheritdoc/>
    public override TrustedService? PassesTo => TrustedService.Lambda;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageLambdaSteps",
            Actions =
            [
                "lambda:CreateFunction", "lambda:DeleteFunction", "lambda:GetFunction", "lambda:InvokeFunction",
                "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration",
            ],
            Resources = [.. scope.ResourcePrefixes.Select(prefix => scope.Account.Regional("lambda", $"function:{prefix}*"))],
        };
    }
}
