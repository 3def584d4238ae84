using Pulumi;
using SageMakerIam.Iam;

namespace SageMakerIam.Components.HandOver;

/// <summary>The text of a deployer's <c>.env</c> file.</summary>
/// <remarks>
/// AWS SDKs and Tools Reference Guide, "Environment variables list": the AWS CLI and boto3 read <c>AWS_ACCESS_KEY_ID</c>,
/// <c>AWS_SECRET_ACCESS_KEY</c> and <c>AWS_DEFAULT_REGION</c>, other SDKs <c>AWS_REGION</c>. The documents whose programs
/// hand the values over themselves say <c>AWS_ACCESS_KEY</c>, <c>AWS_SECRET_KEY</c> and <c>AWS_ARN_ROLE</c>.
/// </remarks>
internal static class Dotenv
{
    /// <summary>
    /// The text, secret. <c>AWS_ARN_ROLE</c>, and <c>SAGEMAKER_ROLE</c> with it, is the first execution role; without
    /// one the lines are left out.
    /// </summary>
    public static Output<string> Of(DeployerUser deployer, AwsAccount account, InputList<string> executionRoleArns) =>
        Output.Tuple(deployer.AccessKeyId, deployer.SecretAccessKey, executionRoleArns.ToOutput())
            .WhenMade(values => string.Concat(
                Lines(values.Item1, values.Item2, account.Region, values.Item3.FirstOrDefault()).Select(line => $"{line}\n")));

    private static IEnumerable<string> Lines(string accessKeyId, string secretAccessKey, string region, string? roleArn)
    {
        yield return $"AWS_ACCESS_KEY_ID={accessKeyId}";
        yield return $"AWS_SECRET_ACCESS_KEY={secretAccessKey}";
        yield return $"AWS_DEFAULT_REGION={region}";
        yield return $"AWS_ACCESS_KEY={accessKeyId}";
        yield return $"AWS_SECRET_KEY={secretAccessKey}";
        yield return $"AWS_REGION={region}";
        if (roleArn is not null)
        {
            yield return $"AWS_ARN_ROLE={roleArn}";
            yield return $"SAGEMAKER_ROLE={roleArn}";
        }
    }
}
