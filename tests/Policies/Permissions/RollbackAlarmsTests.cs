using SageMakerIam.Policies.Permissions;

namespace SageMakerIam.Tests.Policies.Permissions;

public class RollbackAlarmsTests
{
    private const string Alarms = "arn:aws:cloudwatch:us-east-1:123456789012:alarm";

    [Theory]
    [InlineData("cloudwatch:DescribeAlarms", $"{Alarms}:unet-errors", true)]
    [InlineData("cloudwatch:DescribeAlarms", $"{Alarms}:unet-errors2", false)]
    [InlineData("cloudwatch:DescribeAlarms", "arn:aws:cloudwatch:us-east-1:222222222222:alarm:unet-errors", false)]
    [InlineData("cloudwatch:DeleteAlarms", $"{Alarms}:unet-errors", false)]
    [InlineData("cloudwatch:PutMetricAlarm", $"{Alarms}:unet-errors", false)]
    public async Task Alarm_IsSeenByItsName_AndNotChanged(string action, string alarm, bool allowed) =>
        (await PolicyJudge.AllowsAsync(RollbackAlarms.Statements(["unet-errors"], PolicyJudge.Account), action, alarm))
            .Should().Be(allowed);

    [Fact]
    public void RoleWithoutAlarms_SeesNone() => RollbackAlarms.Statements([], PolicyJudge.Account).Should().BeEmpty();
}
