using SageMakerIam.Policies.Permissions;

namespace SageMakerIam.Tests.Policies.Permissions;

public class CloudWatchTests
{
    private const string Group = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs";

    [Theory]
    [InlineData("logs:CreateLogGroup", Group)]
    [InlineData("logs:DescribeLogStreams", Group)]
    [InlineData("logs:CreateLogStream", $"{Group}:log-stream:unet/algo-1")]
    [InlineData("logs:PutLogEvents", $"{Group}:log-stream:unet/algo-1")]
    public async Task Logs_AreWrittenToSageMakersLogGroups(string action, string resource) =>
        (await PolicyJudge.AllowsAsync(CloudWatchLogs.Statements(PolicyJudge.Account), action, resource)).Should().BeTrue();

    [Theory]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f:log-stream:s")]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:s")]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:us-east-1:222222222222:log-group:/aws/sagemaker/TrainingJobs:log-stream:s")]
    [InlineData("logs:GetLogEvents", $"{Group}:log-stream:s")]
    [InlineData("logs:DeleteLogGroup", Group)]
    public async Task Logs_AreNotTouchedElsewhereOrOtherwise(string action, string resource) =>
        (await PolicyJudge.AllowsAsync(CloudWatchLogs.Statements(PolicyJudge.Account), action, resource)).Should().BeFalse();

    [Theory]
    [InlineData("/aws/sagemaker/TrainingJobs", true)]
    [InlineData("/aws/sagemaker/", true)]
    [InlineData("AWS/EC2", false)]
    [InlineData("/aws/sagemaker", false)]
    public async Task Metrics_ArePublishedToTheNamedNamespacesAlone(string metricNamespace, bool allowed) =>
        (
            await PolicyJudge.AllowsAsync(
                CloudWatchMetrics.Statements(["/aws/sagemaker/*"]),
                "cloudwatch:PutMetricData",
                "*",
                ("cloudwatch:namespace", metricNamespace)))
            .Should().Be(allowed);

    [Fact]
    public async Task Metrics_AreNotPublishedWhereTheNamespaceIsNotSaid() =>
        (await PolicyJudge.AllowsAsync(CloudWatchMetrics.Statements(["/aws/sagemaker/*"]), "cloudwatch:PutMetricData", "*")).Should()
            .BeFalse();

    [Fact]
    public void Metrics_WithoutANamespaceNeedNoStatement() => CloudWatchMetrics.Statements([]).Should().BeEmpty();
}
